import { prisma } from '@/lib/platform/db'
import { type Device, describeDevice } from './rules'

/** A place where somebody is signed in. */
export type SessionView = {
  id: string
  device: Device | null
  kind: 'web' | 'app'
  createdAt: Date
}

/** Where an account is signed in now, newest first. */
export async function listSessions(userId: string): Promise<SessionView[]> {
  const sessions = await prisma.session.findMany({
    where: { userId, revokedAt: null, expiresAt: { gt: new Date() } },
    orderBy: { createdAt: 'desc' },
    take: 100,
  })
  return sessions.map(({ id, userAgent, tokenHash, createdAt }) => ({
    ...{ id, createdAt, device: describeDevice(userAgent) },
    kind: tokenHash ? 'app' : 'web',
  }))
}
