import { mkdirSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { hashSources } from './hash-sources'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sources-'))
  mkdirSync(join(root, 'app/cart'), { recursive: true })
  writeFileSync(join(root, 'app/cart/page.tsx'), 'cart')
})
const hash = () => hashSources(root, ['app', 'missing', 'next.config.ts'])

test('the same files give the same fingerprint', () => {
  expect(hash()).toBe(hash())
})

test('a changed, added or renamed file changes it', () => {
  const seen = [hash()]
  writeFileSync(join(root, 'app/cart/page.tsx'), 'the cart')
  seen.push(hash())
  writeFileSync(join(root, 'next.config.ts'), '')
  seen.push(hash())
  renameSync(join(root, 'app/cart'), join(root, 'app/basket'))
  expect(new Set([...seen, hash()]).size).toBe(4)
})

test('a test does not change it: no new build for that', () => {
  const before = hash()
  writeFileSync(join(root, 'app/cart/page.test.tsx'), 'test')
  expect(hash()).toBe(before)
})
