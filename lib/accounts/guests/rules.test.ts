import { expect, it } from 'vitest'
import { newId } from '@/lib/platform/ids'
import { readGuest, signGuest } from './rules'

const SECRET = 'a secret of at least thirty-two characters'

it('names the guest it was signed for', () => {
  const guestId = newId()
  expect(readGuest(signGuest(guestId, SECRET), SECRET)).toBe(guestId)
})

it("names nobody where it is another guest's signature, another secret's, or none", () => {
  const [guestId, victim] = [newId(), newId()]
  const cookie = signGuest(guestId, SECRET)
  const signature = cookie.split('.')[1]
  const forged = [
    `${victim}.${signature}`,
    victim,
    `${victim}.`,
    signGuest(victim, 'another secret of thirty-two characters'),
    `${cookie}x`,
    cookie.slice(0, -1),
    `${cookie}.${signature}`,
    cookie.toUpperCase(),
    signGuest('not-an-id', SECRET),
    '',
    undefined,
    null,
  ]
  for (const value of forged) expect(readGuest(value, SECRET)).toBeNull()
})
