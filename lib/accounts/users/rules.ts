import { isPrintable, mixesLookalikes } from '@/lib/platform/names'

/** One spelling of an email: trimmed, NFC, lower case. */
export function normalizeEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase()
}

/**
 * True for a (normalized) address that can be written to and that looks like itself: printable, no compatibility
 * forms such as full-width letters, and no word that mixes scripts whose letters look alike.
 */
export function isEmail(email: string): boolean {
  if (!/^[^\s@,;:<>()[\]\\"]+@[^\s@,;:<>()[\]\\"_]+\.[^\s@.\d_-][^\s@._]*$/u.test(email)) return false
  if (!isPrintable(email) || /[\u200c\u200d]/.test(email) || email !== email.normalize('NFKC')) return false
  if (/\.\.|^\.|\.@|@\.|@-|-\.|\.-/.test(email)) return false
  return !mixesLookalikes(email, /[@.]/)
}
