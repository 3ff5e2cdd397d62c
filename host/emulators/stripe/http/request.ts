import type { IncomingMessage } from 'node:http'

const MAX_BODY_BYTES = 1024 * 1024

export type Request = {
  method: string
  path: string
  query: string
  headers: IncomingMessage['headers']
  body: string
}

/** The whole request, read. Throws on a body above a megabyte. */
export async function readRequest(message: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_BODY_BYTES) throw new Error('Request body too large')
    chunks.push(chunk)
  }
  const [path = '/', query = ''] = (message.url ?? '/').split('?', 2)
  return {
    method: message.method ?? 'GET',
    path: path.length > 1 ? path.replace(/\/+$/, '') : path,
    query,
    headers: message.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  }
}
