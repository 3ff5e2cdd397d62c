import { contrast } from '@/lib/platform/contrast'
import { PALETTE } from '../palette'
import type { PosterInks } from './types'

/** Colours of a ticket's head: its ground, the shape on it, and type that can be read on the ground. */
export type HeadInks = { ground: string; shape: string; type: string }

const HOUSE: HeadInks = { ground: PALETTE.ink, shape: '#2b2d36', type: PALETTE.ground }
const HEX = /^#[0-9a-f]{6}$/i

/**
 * The head's colours from the poster's. Type is whichever of the poster's paper, ink-black and white reads
 * best on the ground, so that no pair of inks makes a title nobody can read (at worst 4.5:1). Without a
 * poster, the house's own.
 */
export function decideHeadInks(poster: PosterInks | null | undefined): HeadInks {
  if (!poster || ![poster.paper, poster.inkA, poster.inkB].every((ink) => HEX.test(ink))) return HOUSE
  if (contrast(poster.paper, poster.inkA) >= 4.5) {
    return { ground: poster.inkA, shape: poster.inkB, type: poster.paper }
  }
  // Between them, white and black reach 4.5:1 on any ground; our softer ink is preferred where it does too.
  const type = [PALETTE.ink, PALETTE.white].find((ink) => contrast(ink, poster.inkA) >= 4.5) ?? '#000000'
  return { ground: poster.inkA, shape: poster.inkB, type }
}
