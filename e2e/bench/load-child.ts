import { Agent, type RequestOptions, request } from 'node:http'
import type { LoadJob, LoadResult } from './load'
import { Exhausted, measureRate } from './measure'

// A process of its own (see load.ts): one connection a client, kept alive, and only to this machine.

async function runLoad(job: LoadJob): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: job.clients, scheduling: 'fifo' })
  const tookMs: number[] = []
  let bytes = 0
  let next = 0
  const work = async () => {
    const own = job.requests?.[next++]
    if (job.requests && !own) throw new Exhausted()
    const start = performance.now()
    const headers = { ...job.headers, ...own?.headers }
    const { port, path, method } = job
    const answer = await send({ agent, host: '127.0.0.1', port, path, method, headers }, own?.body)
    if (answer.status !== job.status) throw new Error(`${path} answered ${answer.status}: ${answer.text}`)
    tookMs.push(performance.now() - start)
    bytes = answer.bytes
  }
  try {
    const perSecond = await measureRate(job.clients, job.seconds, work)
    tookMs.sort((a, b) => a - b)
    const at = (share: number) => tookMs[Math.floor((tookMs.length - 1) * share)] ?? 0
    return { perSecond, medianMs: at(0.5), p99Ms: at(0.99), bytes }
  } finally {
    agent.destroy()
  }
}

type Answer = { status: number; bytes: number; text: string }

function send(options: RequestOptions, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ ...options, timeout: 20_000 }, (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('error', reject)
      incoming.on('end', () => {
        const bytes = chunks.reduce((sum, chunk) => sum + chunk.length, 0)
        const status = incoming.statusCode ?? 0
        const text = status >= 400 ? Buffer.concat(chunks).toString().slice(0, 400) : ''
        resolve({ status, bytes, text })
      })
    })
    outgoing.on('error', reject)
    outgoing.on('timeout', () => outgoing.destroy(new Error('no answer for 20 seconds')))
    outgoing.end(body)
  })
}

process.on('message', (job: LoadJob) => {
  runLoad(job).then(
    (result) => process.send?.(result),
    (error: Error) => process.send?.({ error: error.message }),
  )
})
process.on('disconnect', () => process.exit())
process.on('SIGTERM', () => process.exit())
