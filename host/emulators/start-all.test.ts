import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { closeStandIns, type Env, type StandIn, startStandIns } from './start-all'

const running: Map<string, StandIn>[] = []
afterEach(() => Promise.all(running.splice(0).map(closeStandIns)))

const makeDir = () => mkdtempSync(join(tmpdir(), 'standins-'))

async function start(env: Env, dataDir = makeDir()) {
  const standIns = await startStandIns(env, { dataDir, appUrl: 'http://127.0.0.1:9' })
  running.push(standIns)
  return standIns
}

test('whatever is configured gets no stand-in', async () => {
  const env = {
    STRIPE_SECRET_KEY: 'sk_live_1',
    PUSHER_KEY: 'k',
    RESEND_API_KEY: 're_1',
    S3_ENDPOINT: 'https://s3.example',
  }
  expect([...(await start(env)).keys()]).toEqual(['twilio', 'lob'])
})

test('two installations side by side do not meet', async () => {
  const [one, other] = [await start({}), await start({})]
  const ports = (standIns: Map<string, StandIn>) =>
    [...standIns.values()].map(({ env }) => JSON.stringify(env))
  for (const settings of ports(one)) expect(ports(other)).not.toContain(settings)
})

test('ports stay the same from one start to the next', async () => {
  const dir = makeDir()
  const first = await start({}, dir)
  const before = first.get('resend')?.env
  await closeStandIns(first)
  expect((await start({}, dir)).get('resend')?.env).toEqual(before)
})
