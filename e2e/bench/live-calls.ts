import { once } from 'node:events'
import { startChild, stopChild } from '@/host/up/child'
import { tsxArgs } from '@/host/up/seed'

type Call = { id: number; name: string; args: unknown[] }
type Answer = { id: number; value?: unknown; error?: string }
type Calls = Record<string, (...args: never[]) => unknown>

/** In a process of its own: answers its parent's calls, and ends with it. */
export function answerCalls(calls: Calls): void {
  process.on('message', async ({ id, name, args }: Call) => {
    try {
      const call = calls[name]
      if (!call) throw new Error(`there is no call "${name}"`)
      process.send?.({ id, value: await call(...(args as never[])) } satisfies Answer)
    } catch (error) {
      process.send?.({ id, error: String((error as Error).stack ?? error) } satisfies Answer)
    }
  })
  process.on('disconnect', () => process.exit())
  process.on('SIGTERM', () => process.exit())
}

/** The calls of a file that `answerCalls`, as the parent makes them. */
export type Remote<T extends Calls> = {
  [Name in keyof T]: (...args: Parameters<T[Name]>) => Promise<Awaited<ReturnType<T[Name]>>>
}

/** Starts such a file. A call to a process that ends is rejected. */
export function startCalls<T extends Calls>(
  file: string,
  env: Record<string, string> = {},
): { calls: Remote<T>; stop(): Promise<void> } {
  const command = { program: process.execPath, args: tsxArgs(file), env: { ...process.env, ...env } }
  const child = startChild(command)
  const ended = once(child, 'exit').then(() => Promise.reject(new Error(`${file} ended`)))
  ended.catch(() => {})
  const waiting = new Map<number, (answer: Answer) => void>()
  child.on('message', (answer: Answer) => {
    waiting.get(answer.id)?.(answer)
    waiting.delete(answer.id)
  })
  let last = 0
  const ask = async (name: string, args: unknown[]) => {
    const id = ++last
    const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve))
    child.send({ id, name, args } satisfies Call)
    const { value, error } = await Promise.race([answered, ended])
    if (error) throw new Error(error)
    return value
  }
  const calls = new Proxy({} as Remote<T>, {
    get:
      (_, name) =>
      (...args: unknown[]) =>
        ask(String(name), args),
  })
  return { calls, stop: () => stopChild(child) }
}

/** Milliseconds by a clock that all processes of this machine share. */
export function sharedNow(): number {
  return performance.timeOrigin + performance.now()
}
