import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { SeatFeed } from './seat-feed'
import { watchWakes } from './watch-wakes'

let page: EventTarget & { visibilityState: string }
let browser: EventTarget
let heard: string[]
let stop: () => void

beforeEach(() => {
  vi.useFakeTimers()
  page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  browser = new EventTarget()
  vi.stubGlobal('document', page)
  vi.stubGlobal('window', browser)
  heard = []
  const feed = {
    wake: (mayBeDead = false) => heard.push(mayBeDead ? 'wakes anew' : 'wakes'),
    close: () => heard.push('rests'),
  }
  stop = watchWakes(feed as unknown as SeatFeed)
})

afterEach(() => {
  stop()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

function turn(state: 'visible' | 'hidden'): void {
  page.visibilityState = state
  page.dispatchEvent(new Event('visibilitychange'))
}

it('a page that is hidden for a moment goes on, one that stays hidden rests until it is seen', () => {
  turn('hidden')
  vi.advanceTimersByTime(20_000)
  turn('visible')
  vi.advanceTimersByTime(60_000)
  expect(heard).toEqual(['wakes'])
  turn('hidden')
  vi.advanceTimersByTime(3_600_000)
  turn('visible')
  expect(heard).toEqual(['wakes', 'rests', 'wakes'])
})

it('back online, or out of the browser’s cache, the connection is made anew; nobody is woken in a hidden page', () => {
  browser.dispatchEvent(new Event('online'))
  browser.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }))
  browser.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
  expect(heard).toEqual(['wakes anew', 'wakes anew'])
  turn('hidden')
  browser.dispatchEvent(new Event('online'))
  expect(heard.length).toBe(2)
})

it('nothing is heard once stopped', () => {
  turn('hidden')
  stop()
  vi.advanceTimersByTime(3_600_000)
  browser.dispatchEvent(new Event('online'))
  turn('visible')
  expect(heard).toEqual([])
})
