'use server'

import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { currentAddress, currentRegion, requireOwner } from '@/lib/accounts/session'
import { joinWaitingList } from '@/lib/coordinator/join-waiting-list'
import { defineAction } from '@/lib/platform/action'
import type { Result } from '@/lib/platform/result'
import type { JoinRefusal, JoinState } from './join-state'
import { readNumber, readWish } from './read-wish'

const input = z.object({ performanceId: z.string(), wish: z.custom<ReturnType<typeof readWish>>() })

/** Never answers where it succeeds: the fan goes on to their place in line. */
const run = defineAction(input, async ({ performanceId, wish }): Promise<Result<never>> => {
  const { takesFewer, name, email, phone } = wish
  const joined = await joinWaitingList({
    ...{ owner: await requireOwner(), performanceId, locale: await getLocale() },
    address: await currentAddress(),
    input: {
      ...{ category: readNumber(wish.category), seatCount: readNumber(wish.seatCount), takesFewer },
      ...{ name, email, phone, region: await currentRegion() },
    },
  })
  if (joined.ok) redirect(`/waiting-list/${joined.value.key}`)
  return joined
})

const SAID: readonly string[] = ['seats_free', 'already_waiting', 'rate_limited', 'not_on_sale', 'invalid']

/** Joins the waiting list of a performance; what stands against it, the form says. */
export async function joinList(_: JoinState, form: FormData): Promise<JoinState> {
  const typed = readWish(form)
  const refused = await run({ performanceId: String(form.get('performance') ?? ''), wish: typed })
  if (refused.ok) return null
  const { code, errors = [] } = refused
  const refusal = SAID.includes(code)
    ? (code as JoinRefusal)
    : code === 'not_found'
      ? 'not_on_sale'
      : 'failed'
  return { refusal, wrong: errors.map(({ path }) => path), typed }
}
