import { SeatFeed } from '@/components/seat-map/seat-feed'
import { watchView } from '@/components/seat-map/watch-view'
import { subscribeToSeats } from '@/lib/realtime/subscribe'
import { decodePlan } from '@/lib/seat-map/decode-plan'
import { scopeOf } from '@/lib/seat-map/live-messages'
import { SeatMapView } from '@/lib/seat-map/renderer/seat-map-view'
import { DARK_THEME } from '@/lib/seat-map/renderer/theme'
import { afterPaint, nextFrame } from './map-frames'

/** In the browser: the map's core with the real feed, and when what came was on its way to the screen. */
export type LivePageOptions = {
  houseUrl: string
  performanceId: string
  pusher: { key: string; host: string; port: number; tls: boolean }
  bareUrl: string
  section: number
}

const painted: { seat: number; at: number }[] = []
const bareTimes: number[] = []
let bare: WebSocket

async function open(options: LivePageOptions): Promise<void> {
  const plan = await (await fetch(`${options.houseUrl}/plan`)).json()
  await document.fonts.load('600 12px Map')
  const map = decodePlan(plan)
  const { performanceId, houseUrl } = options
  const feed = new SeatFeed({
    scope: scopeOf(map, performanceId),
    fetchSnapshot: async () => (await fetch(`${houseUrl}/availability`)).json(),
    connect: (subscriber) =>
      subscribeToSeats(options.pusher, { performanceId, seatCount: map.seatCount }, subscriber),
  })
  const canvas = document.body.appendChild(document.createElement('canvas'))
  const watch = watchView(feed, map, canvas)
  const view = new SeatMapView(canvas, {
    ...{ map, theme: { ...DARK_THEME, font: 'Map', displayFont: 'Map' } },
    freeLabel: (count: number) => `${count} free`,
    onChoose() {},
    onRest: (rest) => watch(rest),
  })
  feed.onSeats((states, changed) => {
    view.setStates(states, changed)
    if (changed === 'all') return
    afterPaint().then((at) => {
      for (const seat of changed) painted.push({ seat, at: performance.timeOrigin + at })
    })
  })
  feed.start()
  await until(() => feed.getStatus().isReady && feed.getStatus().mode === 'live')
  view.showSection(options.section)
  await openBare(options.bareUrl)
}

async function openBare(url: string): Promise<void> {
  bare = new WebSocket(url)
  await new Promise((resolve) => bare.addEventListener('open', resolve))
  bare.addEventListener('message', ({ data }) => {
    JSON.parse(data)
    afterPaint().then((at) => bareTimes.push(performance.timeOrigin + at))
  })
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await nextFrame()
}

const bench = {
  open,
  /** What was painted since the last time it was asked. */
  takePainted: () => painted.splice(0),
  takeBare: () => bareTimes.splice(0),
}

export type LiveBench = typeof bench
Object.assign(window, { liveBench: bench })
