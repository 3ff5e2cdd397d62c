'use server'

import { z } from 'zod'
import { requireOwner } from '@/lib/accounts/session'
import { defineAction } from '@/lib/platform/action'
import { isId } from '@/lib/platform/ids'
import { ok } from '@/lib/platform/result'
import { answerOffer as answer, changeSeats as change, extendHold as extend } from './change-seats'

const label = z.string().min(1).max(200)
// More than a fan may hold can be asked for: the command counts, and says no.
const MAX_LABELS = 40

const id = z.string().refine(isId)

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

/** Keeps what is offered in place of lost seats, or lets it go. */
export const answerOffer = defineAction(
  z.strictObject({ performanceId: id, offerId: id, keep: z.boolean() }),
  async ({ performanceId, ...wish }) =>
    ok(await answer({ owner: await requireOwner(), performanceId }, wish)),
)

/** Ten minutes more for what is held here, once. */
export const extendHold = defineAction(z.strictObject({ performanceId: id }), async ({ performanceId }) =>
  ok(await extend({ owner: await requireOwner(), performanceId })),
)
