import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import next from 'next'
import { answerWith } from './fetch-server'
import { noteCaller } from './forwarded'
import { openStaticFiles } from './static-files'

// The app on a machine of one's own: `node --import tsx host/server.ts`. It expects the whole environment (see
// .env.example) and a finished `next build`; with `--dev` it compiles what is looked at, and reloads it.
const dev = process.argv.includes('--dev')
const port = Number(process.env.PORT ?? 3000)
const hurryMs = 8_000

const app = next({ dev, dir: `${import.meta.dirname}/..`, port })
await app.prepare()
// Only now: some of Next's modules refuse to load outside a Next that is set up.
const { findHotDoor } = await import('./hot-doors')
const { startWorker, stopWorker } = await import('../lib/coordinator/jobs')
const answerByNext = app.getRequestHandler()
const answerStatic = dev ? () => false : openStaticFiles(join(import.meta.dirname, '../.next/static'))
const server = createServer((request, response) => {
  answer(request, response).catch((error) => {
    console.error(error)
    if (!response.headersSent) response.writeHead(500)
    response.end()
  })
})
server.keepAliveTimeout = 65_000 // longer than the balancers before it, or they meet a closed connection
server.listen(port)
await startWorker()
onStop(() => closeServer(server))

async function answer(request: IncomingMessage, response: ServerResponse) {
  if (answerStatic(request, response)) return
  noteCaller(request)
  const door = findHotDoor(request.method, request.url)
  return door ? answerWith(door, request, response) : answerByNext(request, response)
}

/** Takes no new requests, lets the running ones end. */
async function closeServer(running: Server) {
  const closed = new Promise((resolve) => running.close(resolve))
  running.closeIdleConnections()
  setTimeout(() => running.closeAllConnections(), hurryMs).unref()
  await closed
  await stopWorker()
  await app.close()
}

function onStop(stop: () => Promise<void>) {
  let stopping = false
  const end = () => {
    if (stopping) return
    stopping = true
    stop().then(
      () => process.exit(0),
      (error) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, end)
  process.on('disconnect', end) // whoever started us is gone
}
