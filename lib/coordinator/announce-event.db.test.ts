import { beforeEach, describe, expect, it } from 'vitest'
import { listFollowed } from '@/lib/events/follows/queries'
import { prisma } from '@/lib/platform/db'
import { newId, newReference } from '@/lib/platform/ids'
import { openBoss } from '@/lib/platform/jobs'
import { announceEvent, tellFollowers } from './announce-event'
import { followSomeone, unfollowByToken } from './follow-someone'
import { type House, makeHouse, makePerformance, must } from './testing/house'

let house: House
let slug: string
let userId: string

beforeEach(async () => {
  house = await makeHouse()
  slug = (await prisma.organizer.findUniqueOrThrow({ where: { id: house.organizerId } })).slug
  userId = newId()
  const email = `ada-${newReference(8).toLowerCase()}@example.com`
  await prisma.user.create({ data: { id: userId, email, name: 'Ada' } })
})

const organizer = () => ({ kind: 'organizer' as const, slug })

async function jobsOf(name: 'announce-event' | 'tell-followers' | 'send-news-mail') {
  const boss = await openBoss()
  const jobs = await boss.findJobs<{ eventId: string; performanceIds?: string[]; userId?: string }>(name)
  return jobs.filter(({ data }) => data.eventId === house.eventId)
}

describe('news of an organizer', () => {
  it('are nobody’s business where nobody follows', async () => {
    await makePerformance(house, 20)
    expect(await jobsOf('announce-event')).toEqual([])
  })

  it('gather the dates published together into one mail to each follower, and are told once', async () => {
    must(await followSomeone({ userId, ...organizer(), follow: true }))
    must(await followSomeone({ userId, ...organizer(), follow: true }))
    const ids = [await makePerformance(house, 20), await makePerformance(house, 21)]
    expect(await jobsOf('announce-event')).toHaveLength(2)
    await Promise.all([announceEvent(house), announceEvent(house)])
    const [telling, ...more] = await jobsOf('tell-followers')
    expect(more).toEqual([])
    expect(telling?.data.performanceIds).toEqual(ids)
    const { eventId } = house
    must(await tellFollowers({ eventId, performanceIds: ids, after: null }))
    expect((await jobsOf('send-news-mail')).map(({ data }) => data.userId)).toEqual([userId])
  })

  it('wait an hour before they are told of the same event again', async () => {
    must(await followSomeone({ userId, ...organizer(), follow: true }))
    await makePerformance(house, 20)
    must(await announceEvent(house))
    await makePerformance(house, 30)
    must(await announceEvent(house))
    expect(await jobsOf('tell-followers')).toHaveLength(1)
    const latest = Math.max(...(await jobsOf('announce-event')).map(({ startAfter }) => startAfter.getTime()))
    expect(latest).toBeGreaterThan(Date.now() + 55 * 60_000)
  })

  it('end by the link of a mail, and again is harmless', async () => {
    must(await followSomeone({ userId, ...organizer(), follow: true }))
    expect(await listFollowed(userId)).toEqual([{ ...organizer(), name: 'House of Tests' }])
    const { token } = await prisma.follow.findFirstOrThrow({ where: { userId } })
    for (const each of ['', 'nonsense', '\0', 'x'.repeat(43), token, token]) must(await unfollowByToken(each))
    expect(await listFollowed(userId)).toEqual([])
  })

  it('cannot be asked for of somebody who does not exist', async () => {
    for (const unknown of ['nobody', '', 'a\0b', '../x'])
      for (const kind of ['organizer', 'artist'] as const)
        expect(await followSomeone({ userId, kind, slug: unknown, follow: true })).toMatchObject({
          code: 'not_found',
        })
  })
})
