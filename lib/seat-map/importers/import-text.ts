import type { PlanIssue } from '../issues'

/** No believable plan is larger: 200,000 seats in the wordiest format stay below it. */
const MAX_BYTES = 64 * 1024 * 1024

/**
 * The text of an uploaded file, without its byte order mark. Refuses what is too large, empty, not UTF-8, or has NUL
 * in it (a spreadsheet or a picture by mistake). Text that was decoded elsewhere shows bad bytes as U+FFFD.
 */
export function readImportText(
  input: string | Uint8Array,
): { ok: true; text: string } | { ok: false; issues: PlanIssue[] } {
  if (input.length > MAX_BYTES) return refuse('The file is larger than 64 MB.')
  const text = typeof input === 'string' ? input.replace(/^\uFEFF/, '') : decodeUtf8(input)
  if (text === null || text.includes('\uFFFD')) return refuse('The file is not UTF-8 text.')
  if (text.includes('\0')) return refuse('The file has NUL characters in it: it is not a text file.')
  if (text.trim() === '') return refuse('The file is empty.')
  return { ok: true, text }
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function refuse(message: string): { ok: false; issues: PlanIssue[] } {
  return { ok: false, issues: [{ path: 'file', message }] }
}
