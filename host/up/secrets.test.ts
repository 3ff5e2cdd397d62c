import { createPrivateKey, sign, verify } from 'node:crypto'
import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keepSecrets } from './secrets'

const makeDir = () => mkdtempSync(join(tmpdir(), 'secrets-'))

test('secrets stay the same from one start to the next, and differ between installations', () => {
  const dir = makeDir()
  expect(keepSecrets(dir)).toEqual(keepSecrets(dir))
  expect(keepSecrets(makeDir()).AUTH_SECRET).not.toBe(keepSecrets(dir).AUTH_SECRET)
})

test('nobody else may read them', () => {
  const dir = makeDir()
  keepSecrets(dir)
  expect(statSync(join(dir, 'secrets.json')).mode & 0o777).toBe(0o600)
})

test('the signing key signs', () => {
  const der = Buffer.from(keepSecrets(makeDir()).TICKET_SIGNING_KEY, 'base64')
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  expect(verify(null, Buffer.from('ticket'), key, sign(null, Buffer.from('ticket'), key))).toBe(true)
})
