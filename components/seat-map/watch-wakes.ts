import type { SeatFeed } from './seat-feed'

/** A page that nobody sees for so long keeps no connection, and counts as nobody's look. */
const REST_MS = 30_000

/** Lets a feed rest while its page is hidden, and wakes it: back in view, back online, out of the browser's cache. */
export function watchWakes(feed: SeatFeed): () => void {
  let resting: ReturnType<typeof setTimeout> | undefined
  const listeners = new AbortController()
  const { signal } = listeners
  const onVisibility = () => {
    clearTimeout(resting)
    if (document.visibilityState === 'visible') feed.wake()
    else resting = setTimeout(() => feed.close(), REST_MS)
  }
  const onShow = ({ persisted }: PageTransitionEvent) => persisted && feed.wake(true)
  document.addEventListener('visibilitychange', onVisibility, { signal })
  window.addEventListener('pageshow', onShow, { signal })
  const onOnline = () => document.visibilityState === 'visible' && feed.wake(true)
  window.addEventListener('online', onOnline, { signal })
  return () => {
    clearTimeout(resting)
    listeners.abort()
  }
}
