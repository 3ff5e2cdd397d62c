import { canPost } from '@/lib/delivery/post/lob'
import { findPostage } from '@/lib/events/postage/queries'
import { decidePostage } from '@/lib/events/postage/rules'
import type { PostageOffer } from '@/lib/events/postage/types'

/** Whether the tickets of these performances, all of one currency, can come by post now, and what that costs. */
export async function offerPostage(performanceIds: readonly string[]): Promise<PostageOffer> {
  if (!canPost() || performanceIds.length === 0) return { kind: 'none' }
  return decidePostage(await findPostage(performanceIds), new Date())
}
