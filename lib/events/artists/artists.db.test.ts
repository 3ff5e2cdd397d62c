import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createEvent } from '@/lib/coordinator/create-event'
import { type House, makeHouse, makePerformance, must } from '@/lib/coordinator/testing/house'
import { updateEvent } from '@/lib/coordinator/update-event'
import { prisma } from '@/lib/platform/db'
import { newId, newReference } from '@/lib/platform/ids'
import { findArtist, listDates, listPlayed, listPlaying } from './queries'

const words = { title: 'An Evening', description: 'Words.', category: 'concert' }
let house: House
/** Letters of its own for each test, so that no other test's artists are meant. */
let own: string

beforeAll(async () => {
  house = await makeHouse()
})
beforeEach(() => {
  own = newReference(8).toLowerCase()
})

const stage = async (...artists: string[]) =>
  must(await createEvent({ ...house, input: { ...words, ...(artists.length > 0 ? { artists } : {}) } }))
const change = async (eventId: string, artists: string[] | null) =>
  must(await updateEvent({ ...house, eventId, input: { artists } }))
const billOf = async (eventId: string) =>
  (
    await prisma.eventArtist.findMany({
      where: { eventId },
      orderBy: { position: 'asc' },
      select: { artist: { select: { name: true, slug: true } } },
    })
  ).map(({ artist }) => artist)
const countArtists = () => prisma.artist.count({ where: { name: { contains: own, mode: 'insensitive' } } })

describe('who plays an event', () => {
  it('is one artist for all who spell the name alike, as the first did, in the order asked', async () => {
    const first = await stage(`Zoë ${own}`, `Oda ${own}`)
    const again = await stage(`ODA ${own}`, `zoe ${own}`)
    expect(again.artists).toEqual([`Oda ${own}`, `Zoë ${own}`])
    expect(await billOf(again.id)).toEqual((await billOf(first.id)).toReversed())
    expect(await countArtists()).toBe(2)
  })

  it('has an address of its own, also where another name makes the same one, or none', async () => {
    const { id } = await stage(`${own} A-B`, `${own} A B`, `大澤 ${own.replace(/./g, '芽')}`)
    const slugs = (await billOf(id)).map(({ slug }) => slug)
    // Whichever of the two was first.
    const [plain, other] = slugs.slice(0, 2).toSorted((one, two) => one.length - two.length)
    expect(plain).toBe(`${own}-a-b`)
    expect(other).toMatch(new RegExp(`^${own}-a-b-[a-z0-9]{6}$`))
    expect(slugs[2]).toMatch(/^artist-[a-z0-9]{6}$/)
  })

  it('is made once, however many bring them at the same moment in whatever order', async () => {
    const names = Array.from({ length: 8 }, (_, i) => `Artist ${i} ${own}`)
    const events = await Promise.all(
      Array.from({ length: 8 }, (_, turn) => stage(...names.slice(turn), ...names.slice(0, turn))),
    )
    expect(await countArtists()).toBe(8)
    for (const [turn, event] of events.entries())
      expect(event.artists).toEqual([...names.slice(turn), ...names.slice(0, turn)])
  })

  it('can change; who plays nothing any more and has no follower is forgotten, also while others bring them back', async () => {
    const { id } = await stage(`Gone ${own}`, `Kept ${own}`, `Followed ${own}`)
    const other = await stage(`Kept ${own}`)
    const userId = newId()
    await prisma.user.create({ data: { id: userId, email: `ada-${own}@example.com`, name: 'Ada' } })
    const followed = await prisma.artist.findFirstOrThrow({ where: { name: `Followed ${own}` } })
    await prisma.follow.create({
      data: { userId, artistId: followed.id, token: `token-${own}-${'x'.repeat(20)}` },
    })
    await change(id, [`New ${own}`])
    const left = await prisma.artist.findMany({
      where: { name: { endsWith: own } },
      orderBy: { name: 'asc' },
    })
    expect(left.map(({ name }) => name)).toEqual([`Followed ${own}`, `Kept ${own}`, `New ${own}`])
    await change(id, null)
    expect([await billOf(id), (await billOf(other.id)).length]).toEqual([[], 1])

    const events = await Promise.all([stage(`Swing ${own}`), stage(`Swing ${own}`), stage()])
    for (let round = 0; round < 5; round += 1)
      await Promise.all(
        events.map((event, i) => change(event.id, (round + i) % 2 ? [`Swing ${own}`, `Sway ${own}`] : null)),
      )
    await Promise.all(events.map((event) => change(event.id, [`Sway ${own}`, `Swing ${own}`])))
    for (const event of events)
      expect((await billOf(event.id)).map(({ name }) => name)).toEqual([`Sway ${own}`, `Swing ${own}`])
  })

  it('stays as it is when something else changes', async () => {
    const { id } = await stage(`Oda ${own}`)
    must(await updateEvent({ ...house, eventId: id, input: { title: 'Another Evening' } }))
    expect(await billOf(id)).toHaveLength(1)
  })
})

describe('an artist', () => {
  it('is nobody yet while only drafts know them, and nobody again once their event is gone, but for their followers', async () => {
    const { id } = await stage(`Secret ${own}`)
    const slug = `secret-${own}`
    expect(await findArtist(slug)).toBeNull()
    await makePerformance({ ...house, eventId: id })
    expect(await findArtist(slug)).toMatchObject({ slug, name: `Secret ${own}` })
    await prisma.event.update({ where: { id }, data: { deletedAt: new Date() } })
    expect(await findArtist(slug)).toBeNull()
    for (const odd of ['', 'UPPER', 'a\0b', '../x', "'--"]) expect(await findArtist(odd)).toBeNull()
  })

  it('has every date of every event, by time, in pages; what was is told apart', async () => {
    const events = [await stage(`Oda ${own}`), await stage(`Ilka ${own}`, `Oda ${own}`)]
    const ids: string[] = []
    for (const [at, inDays] of [9, 5, 7, 6].entries())
      ids.push(await makePerformance({ ...house, eventId: events[at % 2]!.id }, inDays))
    await prisma.performance.update({
      where: { id: ids[2] },
      data: { startsAt: new Date(Date.now() - 86_400_000) },
    })
    await prisma.performance.update({ where: { id: ids[3] }, data: { status: 'cancelled' } })
    const artist = await findArtist(`oda-${own}`)
    const all = await listDates(artist!.id)
    expect(all.items.map(({ id, performanceCount }) => [id, performanceCount])).toEqual([
      [events[1]!.id, 1],
      [events[0]!.id, 1],
    ])
    expect(all.items[0]!.artists.map(({ name }) => name)).toEqual([`Ilka ${own}`, `Oda ${own}`])
    const first = await listDates(artist!.id, { limit: 1 })
    const second = await listDates(artist!.id, { limit: 1, cursor: first.nextCursor as string })
    expect([...first.items, ...second.items]).toEqual(all.items)
    expect(second.nextCursor).toBeNull()
    expect((await listPlayed(artist!.id, 5)).map(({ id }) => id)).toEqual([ids[2]])
    const playing = await listPlaying(1000)
    expect(playing.find(({ slug }) => slug === `oda-${own}`)).toMatchObject({ eventCount: 2 })
  })
})

it('one follow is of one: the database refuses both, neither, and the same twice', async () => {
  const { id: eventId } = await stage(`Oda ${own}`)
  const { artistId } = await prisma.eventArtist.findFirstOrThrow({ where: { eventId } })
  const userId = newId()
  await prisma.user.create({ data: { id: userId, email: `ada-${own}@example.com`, name: 'Ada' } })
  const follow = (of: object) => prisma.follow.create({ data: { userId, token: newReference(40), ...of } })
  await expect(follow({})).rejects.toThrow(/follow_of_one/)
  await expect(follow({ artistId, organizerId: house.organizerId })).rejects.toThrow(/follow_of_one/)
  await follow({ artistId })
  await follow({ organizerId: house.organizerId })
  await expect(follow({ artistId })).rejects.toThrow(/Unique/)
})
