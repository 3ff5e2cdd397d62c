import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createUser } from '@/lib/accounts/testing/create-user'
import { listFollowed } from '@/lib/events/follows/queries'
import type { FollowKind } from '@/lib/events/follows/types'
import { prisma } from '@/lib/platform/db'
import { newReference } from '@/lib/platform/ids'
import { openBoss } from '@/lib/platform/jobs'
import { announceEvent } from './announce-event'
import { createEvent } from './create-event'
import { exportAccount } from './export-account'
import { followSomeone, unfollowByToken } from './follow-someone'
import { type House, makeHouse, makePerformance, must } from './testing/house'
import { openPostOffice, type PostOffice } from './testing/post-office'
import { updateEvent } from './update-event'

let post: PostOffice
let house: House
let organizerSlug: string
let names: [string, string]

beforeAll(async () => {
  post = await openPostOffice()
})
afterAll(() => post.close())
beforeEach(async () => {
  const own = newReference(8).toLowerCase()
  names = [`Oda ${own}`, `Ilka ${own}`]
  house = await makeHouse()
  organizerSlug = (await prisma.organizer.findUniqueOrThrow({ where: { id: house.organizerId } })).slug
  const input = { title: 'An Evening', description: 'Words.', category: 'concert', artists: names }
  const event = must(await createEvent({ ...house, input }))
  house = { ...house, eventId: event.id, eventSlug: event.slug }
  // Who nobody may see cannot be followed: one date is there already, and is no news.
  await makePerformance(house, 10)
  await prisma.performance.updateMany({ data: { announcedAt: new Date(0) } })
})

async function newFan(...whom: [FollowKind, string][]) {
  const email = `ada-${newReference(8).toLowerCase()}@example.com`
  const { id } = must(await createUser({ name: 'Ada', email, password: 'correct horse' }))
  for (const [kind, slug] of whom) must(await followSomeone({ userId: id, kind, slug, follow: true }))
  return { id, email }
}

const slugOf = (name: string) => name.toLowerCase().replace(' ', '-')

it('a new date is one mail to each, whether they follow the organizer, an artist, or all of them', async () => {
  const everybody = await newFan(
    ['organizer', organizerSlug],
    ['artist', slugOf(names[1])],
    ['artist', slugOf(names[0])],
  )
  const ofArtist = await newFan(['artist', slugOf(names[1])])
  const nobody = await newFan()
  await makePerformance(house, 20)
  await Promise.all([announceEvent(house), announceEvent(house)])
  for (let round = 0; round < 3; round += 1) await post.deliver()

  const [mail, ...more] = await post.readMails(everybody.email)
  expect(more).toEqual([])
  expect(mail?.subject).toBe(`${names[0]}: An Evening`)
  expect(mail?.text).toContain(`because you follow ${names[0]}, ${names[1]}, and House of Tests`)
  expect(mail?.text.match(/\/unfollow\?token=/g)).toHaveLength(3)
  const [other, ...others] = await post.readMails(ofArtist.email)
  expect(others).toEqual([])
  expect(other?.subject).toBe(`${names[1]}: An Evening`)
  expect(other?.text.match(/\/unfollow\?token=/g)).toHaveLength(1)
  expect(await post.readMails(nobody.email)).toEqual([])
})

it('an artist who comes on the bill later is news while nobody was told of the dates, and once', async () => {
  const fan = await newFan(['artist', slugOf(names[0])])
  const input = { title: 'A Late Billing', description: 'Words.', category: 'concert' }
  const { id: eventId } = must(await createEvent({ ...house, input }))
  await makePerformance({ ...house, eventId }, 40)
  const isDue = async () =>
    (await (await openBoss()).findJobs<{ eventId: string }>('announce-event')).some(
      ({ data }) => data.eventId === eventId,
    )
  expect(await isDue()).toBe(false)
  must(await updateEvent({ ...house, eventId, input: { artists: [names[0]] } }))
  expect(await isDue()).toBe(true)
  for (let turn = 0; turn < 2; turn += 1) {
    must(await announceEvent({ eventId }))
    for (let round = 0; round < 3; round += 1) await post.deliver()
    must(await updateEvent({ ...house, eventId, input: { artists: [names[1], names[0]] } }))
  }
  expect((await post.readMails(fan.email)).map(({ subject }) => subject)).toEqual([
    `${names[0]}: A Late Billing`,
  ])
})

it('the links of a mail together end all that the mail was sent for, and nothing else', async () => {
  const fan = await newFan(['organizer', organizerSlug], ['artist', slugOf(names[0])])
  const elsewhere = await makeHouse()
  const { slug } = await prisma.organizer.findUniqueOrThrow({ where: { id: elsewhere.organizerId } })
  must(await followSomeone({ userId: fan.id, kind: 'organizer', slug, follow: true }))
  const tokens = await prisma.follow.findMany({
    where: { userId: fan.id, OR: [{ artistId: { not: null } }, { organizerId: house.organizerId }] },
  })
  for (let turn = 0; turn < 2; turn += 1) {
    must(await unfollowByToken(...tokens.map(({ token }) => token)))
    expect((await listFollowed(fan.id)).map((each) => each.slug)).toEqual([slug])
  }
})

it('whom one follows is in what one takes along, and goes with the account', async () => {
  const fan = await newFan(['organizer', organizerSlug], ['artist', slugOf(names[0])])
  expect((await exportAccount(fan.id))?.follows).toEqual([
    { kind: 'organizer', slug: organizerSlug, name: 'House of Tests' },
    { kind: 'artist', slug: slugOf(names[0]), name: names[0] },
  ])
  await prisma.user.delete({ where: { id: fan.id } })
  expect(await prisma.follow.count({ where: { userId: fan.id } })).toBe(0)
})
