import type { HeldSeat } from '@/lib/reservations/types'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
import { SEAT_STATE } from '@/lib/seat-map/plan'
import type { SeatFeed } from '../seat-map/seat-feed'
import { type ClickBatch, gatherClicks } from './click-batch'
import {
  type Asked,
  nextSeats,
  roomLeft,
  type SeatsEvent,
  type SeatsStart,
  type SeatsState,
  startSeats,
} from './seats-state'
import { toNotice } from './to-notice'
import type { ActionAnswer, SeatActions, SeatWish } from './types'

/** Clicks this close together are one call; shorter than anyone waits for, longer than a double tap. */
const BATCH_MS = 150
/** Longer than a change takes to reach the map; after it the map's word stands. */
const SETTLE_MS = 1_500

const NOTHING: Asked = { hold: [], release: [] }

type Map = Pick<SeatMap, 'label' | 'indexOf'>
type Feed = Pick<SeatFeed, 'getStates' | 'onSeats'>

/**
 * The fan's seats at one performance: clicks go in, the server's answers come back, `getState` is what to show in
 * between. Nothing here throws or rejects: what goes wrong becomes a notice.
 */
export class SeatsStore {
  private state: SeatsState
  private map: Map | null = null
  private feed: Feed | null = null
  private readonly listeners = new Set<() => void>()
  private readonly clicks = gatherClicks({ waitMs: BATCH_MS, send: (batch) => this.sendClicks(batch) })
  private underWay = 0
  private tryAgain = () => {}
  /** Called with seats that were given back as asked. */
  onReleased: (seats: HeldSeat[]) => void = () => {}

  constructor(
    start: SeatsStart,
    private readonly actions: SeatActions,
  ) {
    this.state = startSeats(start)
  }

  getState = (): SeatsState => this.state

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** The map and its live states, once they are there. */
  connect(map: Map | null, feed: Feed | null): void {
    this.map = map
    this.feed = feed
  }

  /** For what happens without the server: a newer cart, the end of a hold, a notice read. */
  dispatch(event: SeatsEvent): void {
    const next = nextSeats(this.state, event)
    if (next === this.state) return
    this.state = next
    for (const listener of this.listeners) listener()
  }

  /** Holds a free seat, or gives back one of the fan's own; with quick others in one call. */
  toggle(index: number): void {
    const { mine, holding, releasing } = this.state
    if (holding.has(index) || releasing.has(index)) return
    if (mine.has(index)) this.click(index, 'release')
    else if (roomLeft(this.state) > 0) this.click(index, 'hold')
    else this.dispatch({ type: 'noticed', notice: { kind: 'limit' } })
  }

  /** Gives seats back in one call. */
  release(seats: readonly HeldSeat[]): Promise<void> {
    const asked = { hold: [], release: seats.map((seat) => seat.index) }
    return this.change(
      asked,
      [],
      seats.map((seat) => seat.label),
    )
  }

  /** Holds all of these or none. Resolves to whether they are held now. */
  async holdTogether(indexes: readonly number[]): Promise<boolean> {
    if (indexes.length > roomLeft(this.state)) {
      this.dispatch({ type: 'noticed', notice: { kind: 'limit' } })
      return false
    }
    const wishes = indexes.map((index) => ({ label: this.map?.label(index) ?? '' }))
    await this.change({ hold: indexes, release: [] }, wishes, [], true)
    return indexes.every((index) => this.state.mine.has(index))
  }

  /**
   * Some seats for others, each sold as the one given back was. Where the limit leaves room the new ones are held first,
   * and nothing is given back for seats that could not be had.
   */
  async swap({ hold, release }: Asked): Promise<void> {
    const before = this.state.hold?.seats.filter(({ index }) => release.includes(index)) ?? []
    const ticketType = before[0]?.ticketType.id
    const wishes = hold.map((index) => ({ label: this.map?.label(index) ?? '', ticketType }))
    const labels = before.map(({ label }) => label)
    const isFull = hold.length > roomLeft(this.state)
    if (isFull) return this.change({ hold, release, isSwap: true }, wishes, labels, true)
    await this.change({ hold, release: [] }, wishes, [], true)
    const isHeld = hold.every((index) => this.state.mine.has(index))
    if (isHeld && labels.length > 0) await this.change({ hold: [], release, isSwap: true }, [], labels)
  }

  /** Holds seats as they were before, those that can still be had. */
  holdAgain(seats: readonly HeldSeat[]): Promise<void> {
    const wishes = seats.map((seat) => ({ label: seat.label, ticketType: seat.ticketType.id }))
    return this.change({ hold: seats.map((seat) => seat.index), release: [] }, wishes, [])
  }

  /** Seats held already change their ticket types, and their prices with them. */
  chooseTypes(choices: readonly { seat: HeldSeat; ticketType: string }[]): Promise<void> {
    const wishes = choices.map(({ seat, ticketType }) => ({ label: seat.label, ticketType }))
    return this.change(NOTHING, wishes, [])
  }

  /** Keeps the seats offered in place of lost ones, or lets them go. Resolves to whether that was done. */
  async answerOffer(keep: boolean): Promise<boolean> {
    const { performanceId, offer } = this.state
    if (!offer) return false
    const { id: offerId, seats } = offer
    await this.ask(NOTHING, () => this.actions.answerOffer({ performanceId, offerId, keep }))
    return !keep || seats.every(({ index }) => this.state.mine.has(index))
  }

  /** Asks for more time, which can be had once. Resolves to whether it was given. */
  async extend(): Promise<boolean> {
    const { performanceId, hold } = this.state
    await this.ask(NOTHING, () => this.actions.extendHold({ performanceId }))
    const now = this.state.hold
    return hold !== null && now !== null && now.expiresAt > hold.expiresAt
  }

  /** What failed last, once more. */
  retry(): void {
    this.tryAgain()
  }

  /** Sends what is waiting; resolves when everything asked has its answer. */
  async settle(): Promise<void> {
    await this.clicks.flush()
    while (this.underWay > 0) await new Promise((resolve) => setTimeout(resolve, 20))
  }

  private click(index: number, kind: keyof ClickBatch): void {
    const asked: Asked = { hold: [], release: [], [kind]: [index] }
    this.dispatch({ type: 'asked', asked })
    this.clicks.add(index, kind)
  }

  private sendClicks(asked: ClickBatch): Promise<void> {
    const label = (index: number) => this.map?.label(index) ?? ''
    const wishes = asked.hold.map((index) => ({ label: label(index) }))
    return this.change(asked, wishes, asked.release.map(label))
  }

  private change(asked: Asked, hold: SeatWish[], release: string[], together = false): Promise<void> {
    const { performanceId } = this.state
    return this.ask(asked, () => this.actions.changeSeats({ performanceId, hold, release, together }))
  }

  private async ask(asked: Asked, call: () => Promise<ActionAnswer>): Promise<void> {
    this.dispatch({ type: 'asked', asked })
    this.underWay += 1
    const answer = await call().catch(() => null)
    this.underWay -= 1
    if (answer?.ok) return this.takeAnswer(asked, answer.value)
    this.tryAgain = () => void this.ask(asked, call)
    this.dispatch({ type: 'failed', asked, notice: { kind: answer ? 'failed' : 'unreachable' } })
  }

  private takeAnswer(asked: Asked, { cart, now, refusal }: Extract<ActionAnswer, { ok: true }>['value']) {
    const held = this.state.hold?.seats ?? []
    const isOffered = cart.offers.some(({ performanceId }) => performanceId === this.state.performanceId)
    const notice = refusal && toNotice(refusal, (label) => this.map?.indexOf(label) ?? -1, isOffered)
    this.dispatch({ type: 'answered', asked, cart, now, notice })
    if (asked.release.length === 0) return
    this.settleWhenFree(asked.release)
    const released = held.filter(({ index }) => asked.release.includes(index) && !this.state.mine.has(index))
    if (released.length > 0 && !asked.isSwap) this.onReleased(released)
  }

  /** Seats given back stay under way until the map says so too, else they would flicker as somebody else's. */
  private settleWhenFree(seats: readonly number[]): void {
    const isFree = () => {
      const states = this.feed?.getStates()
      return seats.every((seat) => states?.[seat] !== SEAT_STATE.held)
    }
    const end = () => {
      stop?.()
      clearTimeout(timer)
      this.dispatch({ type: 'settled', seats })
    }
    const stop = this.feed?.onSeats(() => isFree() && end())
    const timer = setTimeout(end, SETTLE_MS)
    if (isFree()) end()
  }
}
