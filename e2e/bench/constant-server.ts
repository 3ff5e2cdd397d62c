import { serveFetch } from '@/host/fetch-server'

// The least that answers a request here: the web's Request and Response over node:http, as the hot doors have them.
const body = JSON.stringify({ status: 'ok' })
const headers = { 'content-type': 'application/json', 'cache-control': 'private, no-store' }
await serveFetch(() => new Response(body, { status: 200, headers }), Number(process.env.PORT))
process.on('SIGTERM', () => process.exit())
process.on('disconnect', () => process.exit())
