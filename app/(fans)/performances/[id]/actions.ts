'use server'

import { z } from 'zod'
import { requireOwner } from '@/lib/accounts/session'
import { holdSeats } from '@/lib/coordinator/hold-seats'
import { defineAction } from '@/lib/platform/action'
import { MAX_SEATS_PER_HOLD } from '@/lib/platform/hold-limits'
import { ok } from '@/lib/platform/result'
import { answerWith, changeSeats as change, toRefusal } from './change-seats'

const label = z.string().min(1).max(200)
// More than a fan may hold can be asked for: the command counts, and says no.
const MAX_LABELS = 40

/** A batch of clicks on the map: gives back, then holds. */
export const changeSeats = defineAction(
  z.strictObject({
    performanceId: z.string(),
    hold: z.array(z.strictObject({ label, ticketType: z.string().optional() })).max(MAX_LABELS),
    release: z.array(label).max(MAX_LABELS),
    together: z.boolean(),
  }),
  async ({ performanceId, ...wish }) =>
    ok(await change({ owner: await requireOwner(), performanceId }, wish)),
)

/** The best seats together, anywhere or in one price category. */
export const holdBest = defineAction(
  z.strictObject({
    performanceId: z.string(),
    quantity: z.int().min(1).max(MAX_SEATS_PER_HOLD),
    category: z.string().optional(),
  }),
  async ({ performanceId, ...best }) => {
    const owner = await requireOwner()
    const held = await holdSeats({ owner, performanceId, wish: { best } })
    return ok(await answerWith(owner, held.ok ? null : toRefusal(held)))
  },
)
