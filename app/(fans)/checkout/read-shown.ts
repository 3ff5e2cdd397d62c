import { z } from 'zod'
import type { ShownCart } from './checkout-state'

const money = z.strictObject({ amount: z.number().int(), currency: z.string() })
const seat = z.strictObject({ performanceId: z.string(), label: z.string(), words: z.string() })

export const shownCartSchema = z.strictObject({ seats: z.array(seat).max(200), total: money })

/** What the page showed, as its form brings it back; where that was tampered with, a cart that no cart is like. */
export function readShown(text: string): ShownCart {
  try {
    return shownCartSchema.parse(JSON.parse(text))
  } catch {
    return { seats: [], total: { amount: -1, currency: '' } }
  }
}
