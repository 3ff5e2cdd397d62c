import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkMessages } from './messages'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'messages-'))
  write('components/a.tsx', '')
  write('lib/a.ts', '')
})
afterEach(() => rmSync(root, { recursive: true }))

function write(path: string, text: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

function check(source: string, english: object, german?: object) {
  write('app/page.tsx', source)
  write('lib/i18n/messages/en.json', JSON.stringify(english))
  if (german) write('lib/i18n/messages/de.json', JSON.stringify(german))
  return checkMessages(root)
}

const page = "const t = useTranslations('cart')\nt('title')\nt.rich('note', {})\n"

test('copy that is there and used is fine', () => {
  expect(check(page, { cart: { title: 'Cart', note: '<b>!</b>' } })).toEqual([])
})

test('a key that is not there is found, with its file', () => {
  expect(check(page, { cart: { title: 'Cart' } })).toEqual(['app/page.tsx: no message "cart.note"'])
})

test('copy that nobody says is found', () => {
  const english = { cart: { title: 'Cart', note: '!', old: 'x' } }
  expect(check(page, english)).toEqual(['en.json: nobody says "cart.old"'])
})

test('a translator that is asked at once counts', () => {
  const source = "(await getTranslations('cart'))('title')\n(await getTranslations('cart'))('gone')"
  expect(check(source, { cart: { title: 'Cart' } })).toEqual(['app/page.tsx: no message "cart.gone"'])
})

test('a key put together at run time covers its group, and no other', () => {
  const source = ["const t = await getTranslations('order')", 't(`status.$', '{status}`)'].join('')
  expect(check(source, { order: { status: { paid: 'Paid' } } })).toEqual([])
  expect(check(source, { order: { state: { paid: 'Paid' } } })).toHaveLength(2)
})

test('two translators in one file keep their namespaces apart', () => {
  const source =
    "function a() { const t = useTranslations('a'); t('x') }\nfunction b() { const t = useTranslations('b'); t('y') }"
  expect(check(source, { a: { x: '1' }, b: { y: '2' } })).toEqual([])
})

test('another locale must say the same, with the same placeholders', () => {
  const english = { cart: { title: '{count} seats', note: '!' } }
  const german = { cart: { title: '{zahl} Plätze', extra: '?' } }
  expect(check(page, english, german)).toEqual([
    'de.json: "cart.title" has other placeholders',
    'de.json: "cart.note" is missing',
    'de.json: "cart.extra" is not in en.json',
  ])
})

test('a word alone in a plural is a word, and may be another in another language', () => {
  const plural = (one: string) => ({
    cart: { title: `{count, plural, one {${one}} other {# x}}`, note: '!' },
  })
  expect(check(page, plural('Seat'), plural('Platz'))).toEqual([])
})

test('a message that cannot be read is found', () => {
  const english = { cart: { title: 'Cart', note: '!' } }
  const german = { cart: { title: '{count, plural, one {Platz}', note: '!' } }
  expect(check(page, english, german)).toEqual(['de.json: "cart.title" cannot be read'])
})
