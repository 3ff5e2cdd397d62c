import { waitingCopy } from '../words/next-intl'
import { formatTime } from '../words/rules'
import { countGsm, SMS_LENGTH, toGsm } from './rules'

type Place = { country: string; timezone: string }

/** A title cut shorter than this says nothing, and a second SMS is the lesser evil. */
const SHORTEST_TITLE = 8

/**
 * The SMS to somebody whose seats are held: how many, for what, until when, and where to take them. One SMS where that
 * can be: the title gives way, the link never.
 */
export function composeWaitingSms(facts: {
  title: string
  count: number
  /** ISO 8601. */
  until: string
  venue: Place
  url: string
}): string {
  const { count, url, until, venue } = facts
  const write = (title: string) =>
    toGsm(waitingCopy()('sms.called', { count, title, url, time: formatTime(until, venue) }))
  const letters = [...facts.title]
  for (let length = letters.length; length >= SHORTEST_TITLE; length--) {
    const cut = length < letters.length ? `${letters.slice(0, length).join('').trimEnd()}...` : facts.title
    const text = write(cut)
    if ((countGsm(text) ?? text.length + SMS_LENGTH.gsm - SMS_LENGTH.any) <= SMS_LENGTH.gsm) return text
  }
  return write(facts.title)
}
