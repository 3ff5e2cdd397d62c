import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { runChild, startChild, stopChild } from './child'

const node = (script: string) => ({ program: process.execPath, args: ['-e', script], env: process.env })

test('stopping a program also stops what it started', async () => {
  const inner =
    "require('child_process').spawn(process.execPath, ['-e', 'setInterval(()=>{},1000)'], { stdio: 'inherit' })"
  const child = startChild({
    ...node(`${inner}; process.send('started'); setInterval(()=>{},1000)`),
    quiet: true,
  })
  await once(child, 'message')
  // Its output closes when the last process that holds it is gone.
  const closed = once(child, 'close')
  await stopChild(child)
  await closed
})

test('stopping what has ended already returns at once', async () => {
  const child = startChild({ ...node(''), quiet: true })
  await new Promise((resolve) => child.once('exit', resolve))
  await Promise.race([stopChild(child), sleep(1_000).then(() => expect.unreachable())])
})

test('what a quiet program said is shown where it failed, and only there', async () => {
  const shown = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const said = () => shown.mock.calls.map(([text]) => String(text)).join('')
  expect(await runChild({ ...node("console.log('fine')"), quiet: true })).toBe(0)
  expect(said()).toBe('')
  expect(await runChild({ ...node("console.log('broken'); process.exit(3)"), quiet: true })).toBe(3)
  expect(said()).toContain('broken')
  shown.mockRestore()
})
