import { TOKEN_PREFIX } from '@/lib/accounts/sessions/rules'
import { pool, prisma } from '@/lib/platform/db'
import { hashSecret, newId, newSecret } from '@/lib/platform/ids'

/** Sessions of `count` guests of the API who have done nothing yet; returns their tokens. */
export async function createGuests(count: number): Promise<string[]> {
  const tokens = Array.from({ length: count }, () => newSecret(TOKEN_PREFIX))
  const expiresAt = new Date(Date.now() + 86_400_000)
  await prisma.session.createMany({
    data: tokens.map((token) => ({
      ...{ id: newId(), kind: 'guest' as const, guestId: newId() },
      ...{ tokenHash: hashSecret(token), expiresAt },
    })),
  })
  await pool.query('VACUUM ANALYZE session')
  return tokens
}

/** As if those guests had never been here: no cart, no remembered request. Their seats are freed before. */
export async function forgetGuests(): Promise<void> {
  await pool.query('TRUNCATE idempotency_key')
  await pool.query('DELETE FROM cart WHERE guest_id IN (SELECT guest_id FROM session)')
}
