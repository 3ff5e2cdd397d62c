import { beforeEach, expect, it } from 'vitest'
import { makeOrganizer } from '@/lib/coordinator/testing/house'
import { findByToken } from '@/lib/events/follows/queries'
import { insertFollow } from '@/lib/events/follows/store'
import { prisma } from '@/lib/platform/db'
import { newId, newReference } from '@/lib/platform/ids'
import { POST } from './route'

let token: string
beforeEach(async () => {
  const [organizer, userId] = [await makeOrganizer(), newId()]
  const email = `ada-${newReference(8).toLowerCase()}@example.com`
  await prisma.user.create({ data: { id: userId, email, name: 'Ada' } })
  await insertFollow({ userId, organizerId: organizer.id })
  token = (await prisma.follow.findFirstOrThrow({ where: { userId } })).token
})

const post = (query: string) => POST(new Request(`http://localhost/x${query}`, { method: 'POST' }))

it('a mail program’s one click ends the mails; anybody else’s guess ends nothing, and is answered the same', async () => {
  const guesses = [
    '',
    '?token=',
    '?token=nonsense',
    `?token=${'x'.repeat(43)}`,
    '?token=%00',
    `?token=${token}x`,
  ]
  for (const guess of guesses) expect((await post(guess)).status).toBe(204)
  expect(await findByToken(token)).not.toBeNull()
  // A mail of several reasons has a token for each.
  expect((await post(`?token=nonsense&token=${token}`)).status).toBe(204)
  expect(await findByToken(token)).toBeNull()
  expect((await post(`?token=${token}`)).status).toBe(204)
})
