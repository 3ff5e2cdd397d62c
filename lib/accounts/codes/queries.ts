import { prisma } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { subjectHashOf } from './rules'
import type { CodePurpose } from './types'

/** Whether a nonce is the one that counts now: neither over, nor used, nor followed by a newer one. */
export async function isCodeLive(purpose: CodePurpose, subject: string, nonce: string): Promise<boolean> {
  const subjectHash = subjectHashOf(purpose, subject, env.AUTH_SECRET)
  const row = await prisma.code.findUnique({ where: { purpose_subjectHash: { purpose, subjectHash } } })
  return row !== null && row.nonce === nonce && row.usedAt === null && row.expiresAt > new Date()
}
