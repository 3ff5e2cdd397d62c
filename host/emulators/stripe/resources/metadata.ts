import type { Metadata } from '../objects'

/** Merges an update as Stripe does: an empty value unsets its key, an empty set unsets them all. */
export function applyMetadata(object: { metadata: Metadata }, update: Metadata | undefined): void {
  if (!update) return
  const merged = Object.keys(update).length === 0 ? {} : { ...object.metadata, ...update }
  object.metadata = withoutEmpty(merged)
}

/** Metadata as it is first stored. */
export function newMetadata(given: Metadata | undefined): Metadata {
  return withoutEmpty(given ?? {})
}

function withoutEmpty(pairs: Metadata): Metadata {
  return Object.fromEntries(Object.entries(pairs).filter(([, value]) => value !== ''))
}
