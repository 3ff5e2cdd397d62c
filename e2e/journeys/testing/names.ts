import { newReference } from '@/lib/platform/ids'

/** A name that no other test, and no earlier run on the same database, has used. */
export function newName(kind: string): string {
  return `${kind} ${newReference(6)}`
}

/** An address whose mails are this test's alone. */
export function newEmail(): string {
  return `ada-${newReference(8).toLowerCase()}@example.com`
}
