import { newReference } from '@/lib/platform/ids'
import type { Tx } from '@/lib/platform/transaction'
import { foldText } from '../finding/rules'
import { makeSlug } from '../rules'

/**
 * Makes these the artists of an event, in this order; none for no names. Names that fold alike are one artist, whoever
 * brought it first and however they spelled it. Who plays nothing any more and has no follower is forgotten. The event
 * is to be locked, or new. Returns the names as they stand.
 */
export async function setArtists(tx: Tx, eventId: string, names: readonly string[]): Promise<string[]> {
  const taken = await takeArtists(tx, names)
  const artists = [...new Map(taken.map((artist) => [artist.id, artist])).values()]
  const before = await tx.eventArtist.findMany({ where: { eventId }, select: { artistId: true } })
  await tx.eventArtist.deleteMany({ where: { eventId } })
  const bill = artists.map(({ id }, position) => ({ eventId, artistId: id, position }))
  await tx.eventArtist.createMany({ data: bill })
  const kept = new Set(artists.map(({ id }) => id))
  await forgetUnused(
    tx,
    before.map(({ artistId }) => artistId).filter((id) => !kept.has(id)),
  )
  return artists.map(({ name }) => name)
}

type Artist = { id: string; name: string }

/** The artists of these names, made where they are new, and kept from being forgotten until the transaction ends. */
async function takeArtists(tx: Tx, names: readonly string[]): Promise<Artist[]> {
  for (let suffix = ''; ; suffix = `-${newReference(6).toLowerCase()}`) {
    const rows = await tx.$queryRaw<(Artist & { at: number })[]>`
      SELECT n.at::int AS at, a.id, a.name
      FROM unnest(${[...names]}::text[]) WITH ORDINALITY AS n (name, at)
      JOIN artist a ON a.search_text = fold_text(n.name) FOR KEY SHARE OF a`
    const byPlace = new Map(rows.map(({ at, id, name }) => [at - 1, { id, name }]))
    const missing = names.filter((_, at) => !byPlace.has(at))
    if (missing.length === 0) return names.flatMap((_, at) => byPlace.get(at) ?? [])
    // Where another name has the address already (`A-B`, `A B`), the next round adds a few letters. Always in one
    // order, so that two who add the same names wait for each other in turn.
    const data = missing
      .toSorted((one, other) => (foldText(one) < foldText(other) ? -1 : 1))
      .map((name) => ({ name, slug: addressOf(name, suffix) }))
    await tx.artist.createMany({ data, skipDuplicates: true })
  }
}

function addressOf(name: string, suffix: string): string {
  const base = makeSlug(name)
  return base ? `${base}${suffix}` : `artist-${newReference(6).toLowerCase()}`
}

/** Removes those of the artists whom nobody stages or follows. One that somebody is about to stage is let be. */
async function forgetUnused(tx: Tx, artistIds: readonly string[]): Promise<void> {
  if (artistIds.length === 0) return
  const free = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM artist WHERE id = ANY (${[...artistIds]}::uuid[]) FOR UPDATE SKIP LOCKED`
  // In a statement of its own: it sees what was written by those who held the locks before.
  await tx.artist.deleteMany({
    where: { id: { in: free.map(({ id }) => id) }, events: { none: {} }, followers: { none: {} } },
  })
}
