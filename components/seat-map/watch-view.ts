import type { SeatMap } from '@/lib/seat-map/decode-plan'
import { findInView } from '@/lib/seat-map/sections-in-view'
import type { View, Viewport } from '@/lib/seat-map/view'
import type { SeatFeed } from './seat-feed'

/** With more sections on screen, seats are too small to be told apart, and the overview is soon enough. */
const MAX_WATCHED = 16
const NO_INSETS = { top: 0, right: 0, bottom: 0, left: 0 }

/** Lets the feed hear at once what happens in the sections that the canvas shows. */
export function watchView(feed: SeatFeed, map: SeatMap, canvas: HTMLCanvasElement) {
  const inView = findInView(map.sections, MAX_WATCHED)
  return (view: View, insets: Viewport['insets'] = NO_INSETS): void => {
    const { clientWidth: width, clientHeight: height } = canvas
    const { sections, lookedAt } = inView(view, { width, height, insets })
    feed.watch(sections, lookedAt)
  }
}
