import { newReference } from '@/lib/platform/ids'

/** A name that no other test, and no earlier run on the same database, has used. */
export function newName(kind: string): string {
  return `${kind} ${newReference(6)}`
}

/** An address whose mails are this test's alone. */
export function newEmail(): string {
  return `ada-${newReference(8).toLowerCase()}@example.com`
}

/** A number whose messages are this test's alone. */
export function newPhone(): string {
  return `+43664${String(Math.floor(Math.random() * 9_000_000) + 1_000_000)}`
}
