'use server'

import { z } from 'zod'
import { requireOwner } from '@/lib/accounts/session'
import { defineAction } from '@/lib/platform/action'
import { ok } from '@/lib/platform/result'
import { changeSeats as change } from './change-seats'

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
