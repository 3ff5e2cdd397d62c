import { expect, it } from 'vitest'
import { emailSchema, nameSchema, newPasswordSchema } from './schema'

it.each([
  ['Ada@Example.COM ', 'ada@example.com'],
  ['ada.l+tickets@mail.example.co.uk', 'ada.l+tickets@mail.example.co.uk'],
  ["o'hara@example.ie", "o'hara@example.ie"],
  ['ada@xn--bcher-kva.example', 'ada@xn--bcher-kva.example'],
  ['zoe\u0308@example.com', 'zoë@example.com'],
  ['пётр@пример.рф', 'пётр@пример.рф'],
  ['用户@例子.广告', '用户@例子.广告'],
])('an email has one spelling: %s', (given, kept) => {
  expect(emailSchema.parse(given)).toBe(kept)
})

it.each([
  '',
  'ada',
  'ada@',
  '@example.com',
  'ada@example',
  'a da@example.com',
  'ada@@example.com',
  'ada@example..com',
  '.ada@example.com',
  'ada.@example.com',
  'ada@-example.com',
  'ada@example.com.',
  'ada\0@example.com',
  'ada\u200b@example.com',
  'ada\u200d@example.com',
  '\u202eada@example.com',
  'ada@example.com\nbcc: eve@example.com',
  'Ada <ada@example.com>',
  'аda@example.com',
  'ada@exаmple.com',
  'ada＠example.com',
  'ﬁnn@example.com',
  'ada@ｅxample.com',
  `${'a'.repeat(250)}@example.com`,
])('refuses what is no email, or looks like another one: %j', (given) => {
  expect(emailSchema.safeParse(given).success).toBe(false)
})

it.each([
  'Ada',
  '  Ada   Lovelace ',
  'Zoe\u0308',
  '李小龍',
  'نیلوفر\u200cجان',
  'Ada 👩\u200d🚀',
  'Пётр Smith',
  "Zoë O'Hara-Müller",
])('a name may be anything that can be shown: %s', (given) => {
  const name = nameSchema.parse(given)
  expect(name).toBe(name.normalize('NFC'))
  expect(name).not.toMatch(/^ | $| {2}/)
})

it.each([
  '',
  '   ',
  'Ada\0',
  'Ada\u202eevil',
  'Ada\nBcc: x',
  'Ada\u200b',
  'Аda Lovelace',
  'Ada Lοvelace',
  '\ud800',
  'x'.repeat(101),
])('refuses an empty, invisible, disguised or endless name: %j', (given) => {
  expect(nameSchema.safeParse(given).success).toBe(false)
})

it('a new password is ten characters or more, and no more than can be hashed cheaply', () => {
  expect(newPasswordSchema.safeParse('nine char').success).toBe(false)
  expect(newPasswordSchema.safeParse('ten chars!').success).toBe(true)
  expect(newPasswordSchema.safeParse('x'.repeat(201)).success).toBe(false)
  expect(newPasswordSchema.safeParse('long enough\0').success).toBe(false)
})
