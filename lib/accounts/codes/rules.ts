import { createHmac } from 'node:crypto'
import type { RateRule } from '@/lib/platform/rate-limit'
import type { CodePurpose } from './types'

export const CODE_MINUTES = 10
/** Of one code. */
export const MAX_TRIES = 5
/** On one contact in `WINDOW_HOURS`, however many codes were sent: a code has a million values. */
export const MAX_WINDOW_TRIES = 20
export const WINDOW_HOURS = 24

const MINUTE = 60
const HOUR = 3600

/**
 * The six digits that a nonce stands for. They are kept nowhere: who reads the database without our secret learns
 * nothing, and a job that is run again sends the same code.
 */
export function codeOf(purpose: CodePurpose, nonce: string, secret: string): string {
  const digest = createHmac('sha256', secret).update(`code:${purpose}:${nonce}`).digest()
  return String(digest.readUIntBE(0, 6) % 1_000_000).padStart(6, '0')
}

/** Under what a contact is kept: keyed, so that the table is no list of emails and phone numbers. */
export function subjectHashOf(purpose: CodePurpose, subject: string, secret: string): string {
  return createHmac('sha256', secret).update(`subject:${purpose}:${subject}`).digest('base64url')
}

/** A code as it was typed: spaces and dashes do not count. Null where it cannot be one. */
export function readCode(typed: string): string | null {
  if (typed.length > 40) return null
  const digits = typed.normalize('NFKC').replace(/[\s-]/g, '')
  return /^[0-9]{6}$/.test(digits) ? digits : null
}

/** How often codes are sent: to one contact, and for one address wherever to. */
export function sendLimits(purpose: CodePurpose, subject: string, address: string): RateRule[] {
  return [
    { name: 'code-send', parts: [purpose, subject], limit: 5, windowSeconds: 15 * MINUTE },
    { name: 'code-send-long', parts: [purpose, subject], limit: 12, windowSeconds: 6 * HOUR },
    { name: 'code-send-address', parts: [address], limit: 40, windowSeconds: 15 * MINUTE },
  ]
}

/** How often one address tries codes, whatever they are for. What one contact may be tried is counted in its row. */
export function tryLimits(address: string): RateRule[] {
  return [{ name: 'code-try-address', parts: [address], limit: 60, windowSeconds: 15 * MINUTE }]
}

/** SMS cost money: how many one number gets from all accounts, and one account sends to whatever numbers. */
export function phoneLimits(userId: string, phone: string): RateRule[] {
  return [
    { name: 'sms-number', parts: [phone], limit: 8, windowSeconds: 6 * HOUR },
    { name: 'sms-account', parts: [userId], limit: 10, windowSeconds: 6 * HOUR },
  ]
}
