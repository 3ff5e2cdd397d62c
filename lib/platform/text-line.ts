import { z } from 'zod'

/** One line of text a person writes: trimmed, NFC, no control characters (Postgres takes no NUL). */
export function textLine(maxLength: number) {
  return z
    .string()
    .trim()
    .normalize('NFC')
    .min(1, 'is missing')
    .max(maxLength, `is longer than ${maxLength} characters`)
    .regex(/^\P{Cc}*$/u, 'has characters that cannot be printed')
}
