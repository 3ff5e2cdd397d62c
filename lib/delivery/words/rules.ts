import { readerLocale } from '@/lib/i18n/reader-locale'
import { formatMoney, type Money } from '@/lib/platform/money'
import type { DocumentSeat, DocumentVenue } from '../documents/types'
import { documentCopy } from './next-intl'

/**
 * Dates, times and prices as people at the venue write them, in the reader's words: `Friday 12 June 2026` and
 * `19:30` in Vienna, `Friday, June 12, 2026` and `7:30 PM` in New York.
 */
function formatLocale(country: string): string {
  const region = country.toUpperCase()
  return /^[A-Z]{2}$/.test(region) ? `${readerLocale()}-${region}` : readerLocale()
}

type Place = Pick<DocumentVenue, 'country' | 'timezone'>

/** Day with weekday and year, in the place's zone. */
export function formatDay(iso: string, place: Place): string {
  return format(iso, place, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
}

/** Time of day in the place's zone. */
export function formatTime(iso: string, place: Place): string {
  return format(iso, place, { hour: 'numeric', minute: '2-digit' })
}

/** `GMT+2`-like name of the zone at that moment, for readers who are elsewhere. */
export function formatZone(iso: string, place: Place): string {
  const parts = formatter(place, { timeZoneName: 'short' }).formatToParts(new Date(iso))
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? place.timezone
}

/** A price as it is written there, e.g. `€45.00`, `¥4,500`. */
export function formatPrice(price: Money, country: string): string {
  return plainSpaces(formatMoney(price, formatLocale(country)))
}

/** Names one after another, `A, B and C`. */
export function formatNames(names: readonly string[]): string {
  return new Intl.ListFormat(readerLocale(), { type: 'conjunction' }).format(names)
}

/** A section that is only a number or a letter (`5`, `112B`, `C`) is not read as one by itself. */
const CODE = /^\d+\p{L}?$|^\p{L}$/u

/** A section's zone, where it tells more than the section's own name: not `Boxes` beside `Box C`. */
export function zoneBeside(section: string, zone: string | undefined): string | null {
  const stem = (zone ?? '').trim().toLowerCase().replace(/e?s$/, '')
  return stem && !section.toLowerCase().includes(stem) ? (zone ?? '').trim() : null
}

/** A seat in words: `Stalls, row F, seat 17`, `West stand, section 5, row 2, seat 4`, `Floor, unnumbered`. */
export function describeSeat({ zone, section: name, row, number }: DocumentSeat): string {
  const t = documentCopy()
  const zoned = CODE.test(name) ? 'seatWords.zonedCode' : 'seatWords.zoned'
  const section = zone ? t(zoned, { zone, section: name }) : name
  if (number === null) return t('seatWords.unnumbered', { section })
  if (row === null) return t('seatWords.noRow', { section, number })
  return t('seatWords.full', { section, row, number })
}

/** What stands over a section's name on a ticket: `Section`, `West stand, section`. */
export function sectionLabel({ zone }: DocumentSeat): string {
  const t = documentCopy()
  return zone ? t('zonedSection', { zone }) : t('section')
}

function format(iso: string, place: Place, options: Intl.DateTimeFormatOptions): string {
  return plainSpaces(formatter(place, options).format(new Date(iso)))
}

function formatter(place: Place, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(formatLocale(place.country), { ...options, timeZone: place.timezone })
}

/** ICU joins with narrow and non-breaking spaces that many a font and calendar lacks. */
function plainSpaces(text: string): string {
  return text.replace(/[\u00a0\u202f\u2009]/g, ' ')
}
