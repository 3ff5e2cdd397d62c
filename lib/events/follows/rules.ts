import type { FollowKind } from './types'

/** What can be followed, as an address or a form names it; null for anything else. */
export function readFollowKind(value: unknown): FollowKind | null {
  return value === 'organizer' || value === 'artist' ? value : null
}
