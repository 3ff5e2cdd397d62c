import { decodeBase64, encodeBase64 } from './base64'
import { slicesOf } from './slices'

/** Seats by state, as the availability endpoint counts them. */
export type StateCounts = { free: number; held: number; sold: number; blocked: number }

/** One state a byte → two bits a seat, seat 0 in the lowest bits of byte 0. */
export function packStates(states: Uint8Array): Uint8Array<ArrayBuffer> {
  const packed = new Uint8Array((states.length + 3) >> 2)
  for (let index = 0; index < states.length; index++) {
    packed[index >> 2]! |= ((states[index] as number) & 3) << ((index & 3) * 2)
  }
  return packed
}

/** Two bits a seat → one state a byte; null where the packed bytes are not exactly those of `seatCount` seats. */
export function unpackStates(packed: Uint8Array, seatCount: number): Uint8Array<ArrayBuffer> | null {
  if (packed.length !== (seatCount + 3) >> 2) return null
  // Four states a word: every machine that runs this is little-endian.
  const words = new Uint32Array(packed.length)
  let at = 0
  for (const slice of slicesOf(packed)) {
    unpackInto(words.subarray(at), slice)
    at += slice.length
  }
  return new Uint8Array(words.buffer, 0, seatCount)
}

function unpackInto(words: Uint32Array, packed: Uint8Array): void {
  for (let at = 0; at < packed.length; at++) {
    const byte = packed[at] as number
    const halves = (byte | (byte << 12)) & 0x000f000f
    words[at] = (halves | (halves << 6)) & 0x03030303
  }
}

/** The `states` text of a snapshot: `packStates` as base64. */
export function encodeStates(states: Uint8Array): string {
  return encodeBase64(packStates(states))
}

/** The states in a snapshot's text; null where it is truncated, of another map's size, or not base64. */
export function decodeStates(text: string, seatCount: number): Uint8Array<ArrayBuffer> | null {
  const packed = decodeBase64(text)
  return packed && unpackStates(packed, seatCount)
}

/** How many of the seats `first`…`first + count - 1` are in each state (all seats by default). */
export function countStates(states: Uint8Array, first = 0, count = states.length - first): StateCounts {
  const tally = [0, 0, 0, 0]
  for (let index = first; index < first + count; index++) tally[(states[index] as number) & 3]!++
  const [free = 0, held = 0, sold = 0, blocked = 0] = tally
  return { free, held, sold, blocked }
}
