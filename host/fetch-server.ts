import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'

export type FetchHandler = (request: Request) => Response | Promise<Response>

/** A listening server. `close` also ends connections that are kept alive. */
export type Listening = { server: Server; port: number; url: string; close(): Promise<void> }

/** Serves a plain (Request) => Response on 127.0.0.1. Port 0 takes a free one. An exception of it answers 500. */
export function serveFetch(handle: FetchHandler, port: number): Promise<Listening> {
  const server = createServer((incoming, outgoing) => {
    answerWith(handle, incoming, outgoing).catch((error) => {
      console.error(error)
      if (!outgoing.headersSent) outgoing.writeHead(500)
      outgoing.end()
    })
  })
  return listen(server, port)
}

function listen(server: Server, wanted: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : wanted
      resolve({ server, port, url: `http://127.0.0.1:${port}`, close: () => closeServer(server) })
    })
  })
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

/** Answers one node:http exchange by a function of a Request; whole, in one write: what is answered here is small. */
export async function answerWith(handle: FetchHandler, incoming: IncomingMessage, outgoing: ServerResponse) {
  const response = await handle(toRequest(incoming))
  const headers = [...response.headers].flat()
  const body = response.body ? Buffer.from(await response.arrayBuffer()) : null
  if (body && !response.headers.has('content-length')) headers.push('content-length', String(body.length))
  outgoing.writeHead(response.status, headers)
  outgoing.end(incoming.method === 'HEAD' ? undefined : body)
}

/** The web's Request for a node:http one; its body is read only where the handler asks for it. */
export function toRequest(incoming: IncomingMessage): Request {
  const headers = new Headers()
  for (let i = 0; i < incoming.rawHeaders.length; i += 2) {
    headers.append(incoming.rawHeaders[i] as string, incoming.rawHeaders[i + 1] as string)
  }
  const method = incoming.method ?? 'GET'
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const body = hasBody ? (Readable.toWeb(incoming) as ReadableStream<Uint8Array>) : undefined
  const url = `http://${incoming.headers.host ?? 'localhost'}${incoming.url}`
  return new Request(url, { method, headers, body, duplex: 'half' } as RequestInit)
}
