import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkSources } from './sources'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sources-'))
  for (const folder of ['app', 'components', 'lib', 'prisma', 'host', 'e2e']) mkdirSync(join(root, folder))
})
afterEach(() => rmSync(root, { recursive: true }))

function check(path: string, text: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
  return checkSources(root)
}

test('words in an attribute that is read out are found', () => {
  for (const attribute of [
    'aria-label="Close"',
    "title={'Your cart'}",
    ['alt={`Poster of $', '{title}`}'].join(''),
    'placeholder="Où ?"',
  ])
    expect(check('components/a.tsx', `<p ${attribute} />`), attribute).toHaveLength(1)
})

test('words from the messages, signs, and words of tests are not', () => {
  for (const attribute of [
    'aria-label={t("close")}',
    'alt=""',
    'title={title}',
    'placeholder="···"',
    'name="title"',
  ])
    expect(check('components/a.tsx', `<p ${attribute} />`), attribute).toEqual([])
  expect(check('components/a.test.tsx', '<p title="Hello" />')).toEqual([])
})

test('a setting that is read elsewhere than in its one place is found', () => {
  expect(check('lib/a.ts', 'process.env.PORT')).toHaveLength(1)
  expect(check('host/a.ts', 'process.env.PORT')).toHaveLength(1)
})
