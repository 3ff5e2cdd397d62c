import { spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'

function launch(env: Record<string, string>) {
  const path = join(import.meta.dirname, 'launch.cjs')
  const { status, stderr } = spawnSync(process.execPath, [path, 'up'], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  return { status, stderr }
}

test('a taken port is said at once, with the way out', async () => {
  const server = createServer()
  const port = await new Promise<number>((resolve) => {
    server.listen(0, () => resolve((server.address() as { port: number }).port))
  })
  const { status, stderr } = launch({ PORT: String(port) })
  expect(status).toBe(1)
  expect(stderr).toContain(`Port ${port} is taken`)
  expect(stderr).toContain(`PORT=${port + 1} npm start`)
  server.close()
})

test('a PORT that is none is refused', () => {
  expect(launch({ PORT: 'http' })).toMatchObject({ status: 1, stderr: expect.stringContaining('no port') })
})
