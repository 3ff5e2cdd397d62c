/** `2026-12-01T19:30:00+01:00`: ISO 8601 with the offset of the given IANA zone at that moment. */
export function toOffsetIso(at: Date, timezone = 'UTC'): string {
  const offsetMinutes = offsetMinutesAt(at, timezone)
  const local = new Date(at.getTime() + offsetMinutes * 60_000).toISOString().slice(0, 19)
  if (offsetMinutes === 0) return `${local}Z`
  const sign = offsetMinutes < 0 ? '-' : '+'
  const pad = (value: number) => String(value).padStart(2, '0')
  const minutes = Math.abs(offsetMinutes)
  return `${local}${sign}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Making one costs a hundred times as much as using it. There are only some hundred zones. */
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  formatters.set(timeZone, made)
  return made
}

/** Minutes a zone is ahead of UTC at a moment. */
function offsetMinutesAt(at: Date, timezone: string): number {
  if (timezone === 'UTC') return 0
  const name = formatterOf(timezone)
    .formatToParts(at)
    .find((part) => part.type === 'timeZoneName')?.value
  const match = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name ?? '')
  if (!match?.[1]) return 0
  const minutes = Number(match[2]) * 60 + Number(match[3])
  return match[1] === '-' ? -minutes : minutes
}

/**
 * The moment at which a zone's clocks show the given local time (`2026-12-01`, `19:30`). In the hour a clock change
 * skips, the moment after it.
 */
export function fromLocalTime(date: string, time: string, timezone: string): Date {
  const asUtc = new Date(`${date}T${time}:00Z`)
  const guess = new Date(asUtc.getTime() - offsetMinutesAt(asUtc, timezone) * 60_000)
  return new Date(asUtc.getTime() - offsetMinutesAt(guess, timezone) * 60_000)
}

/** True for a zone `Intl` knows. */
export function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
