import type { Page } from '@playwright/test'
import { encode } from 'next-auth/jwt'
import pg from 'pg'
import { newId } from '@/lib/platform/ids'
import { newEmail } from './names'

/** Opens an account with a verified address and signs this browser in to it, as the sign-in page would. */
export async function becomeMember(page: Page, name = 'Ada Example'): Promise<{ email: string }> {
  const [userId, sessionId, email] = [newId(), newId(), newEmail()]
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  try {
    await client.query(`INSERT INTO "user" (id, email, name, email_verified_at) VALUES ($1, $2, $3, now())`, [
      userId,
      email,
      name,
    ])
    await client.query(
      `INSERT INTO session (id, kind, user_id, expires_at) VALUES ($1, 'user', $2, now() + interval '1 day')`,
      [sessionId, userId],
    )
  } finally {
    await client.end()
  }
  const secret = process.env.AUTH_SECRET as string
  const value = await encode({ token: { sub: userId, sid: sessionId }, secret })
  const url = process.env.APP_URL as string
  await page.context().addCookies([{ name: 'next-auth.session-token', value, url }])
  return { email }
}
