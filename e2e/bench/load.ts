import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { startChild, stopChild } from '@/host/up/child'
import { tsxArgs } from '@/host/up/seed'
import { median } from './measure'

/** Requests for one address of this machine. Each of `requests` is sent once; the load ends with them or the time. */
export type LoadJob = {
  port: number
  path: string
  method: 'GET' | 'POST'
  clients: number
  seconds: number
  /** Every answer must have it; another one ends the load with an error. */
  status: number
  headers: Record<string, string>
  /** Left out: the same request for as long as there is time. */
  requests?: { headers: Record<string, string>; body: string }[]
}

export type LoadResult = { perSecond: number; medianMs: number; p99Ms: number; bytes: number }

type Reply = LoadResult | { error: string }

/** A process that makes requests, so that making them does not slow down what answers them. */
export type Loader = { run(job: LoadJob): Promise<LoadResult>; stop(): Promise<void> }

export function startLoader(): Loader {
  const child: ChildProcess = startChild({
    program: process.execPath,
    args: tsxArgs('e2e/bench/load-child.ts'),
    env: process.env,
  })
  const ended = once(child, 'exit').then((): Reply => ({ error: 'the load generator ended' }))
  return {
    async run(job) {
      const answered = once(child, 'message').then(([sent]) => sent as Reply)
      child.send(job)
      const reply = await Promise.race([answered, ended])
      if ('error' in reply) throw new Error(reply.error)
      return reply
    },
    stop: () => stopChild(child),
  }
}

/** `12 ms, p99 30 ms` of a row's rounds. */
export function describeLatency(results: LoadResult[]): string {
  const middle = median(results.map(({ medianMs }) => medianMs))
  const slow = median(results.map(({ p99Ms }) => p99Ms))
  return `median ${middle.toFixed(1)} ms, p99 ${slow.toFixed(1)} ms`
}
