import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

/** Between one try and the next. */
const AGAIN_MS = 3_000

/**
 * A part of a page whose code comes when it is first shown. Put a `<Suspense>` of its own around it, or what stands
 * beside it goes while it comes. Code that does not come over the line is asked for again until it does.
 */
export function lazyPart<P>(load: () => Promise<ComponentType<P>>): LazyExoticComponent<ComponentType<P>> {
  return lazy(async () => ({ default: await loadPatiently(load) }))
}

/** What `load` resolves to, as soon as it does. */
export async function loadPatiently<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
    }
  }
}
