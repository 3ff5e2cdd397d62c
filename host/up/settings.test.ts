import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSettings, settingNames } from './settings'

test('the environment wins over .env, and what is empty is unset', () => {
  const root = mkdtempSync(join(tmpdir(), 'settings-'))
  writeFileSync(join(root, '.env'), 'PORT=3100\nSTRIPE_SECRET_KEY=sk_test_file\nLOB_API_KEY=\n')
  expect(readSettings(root, { PORT: '3200', RESEND_API_KEY: '' })).toEqual({
    PORT: '3200',
    STRIPE_SECRET_KEY: 'sk_test_file',
  })
})

test('.env.example names every setting, and no other', () => {
  const text = readFileSync(join(import.meta.dirname, '../../.env.example'), 'utf8')
  const named = [...text.matchAll(/^([A-Z0-9_]+)=$/gm)].map(([, name]) => name)
  expect(named.sort()).toEqual([...settingNames].sort())
})

test('every setting that the app reads is among them', () => {
  const text = readFileSync(join(import.meta.dirname, '../../lib/platform/env.ts'), 'utf8')
  const read = [...text.matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map(([, name]) => name as string)
  const ofTheProcess = ['NODE_ENV']
  expect(read.length).toBeGreaterThan(20)
  expect(read.filter((name) => !settingNames.includes(name) && !ofTheProcess.includes(name))).toEqual([])
})
