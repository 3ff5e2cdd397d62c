import { formatNumber, median } from './measure'

/** Many claims at once, and what became of them on the wire. */
export type Burst = { seats: number; tookMs: number; batches: number; messages: number; maxBytes: number }

/** One round: milliseconds of each change. */
export type Round = {
  /** From the commit, and from the request to hold, until it was painted. */
  commitMs: number[]
  askMs: number[]
  /** From the first of the others to the last of them; how many of them a message reached. */
  spreadMs: number[]
  reached: number
  /** Of each message's data. */
  bytes: number[]
  /** The same texts sent by a bare `ws` server: until painted, and from the first to the last. */
  bareMs: number[]
  bareSpreadMs: number[]
}

type Run = { others: number; commits: number; rounds: Round[]; bursts: { section: Burst; bowl: Burst } }

const TARGET_MS = 150

/** The table of the live bench: medians of the rounds' own percentiles. */
export function printLive({ others, commits, rounds, bursts }: Run): string {
  const bare = (share: number) => median(rounds.map(({ bareMs }) => percentile(bareMs, share)))
  const row = (name: string, pick: (round: Round) => number[], isCompared = false) => {
    const cells = [0.5, 0.99].map((share) => {
      const values = rounds.map((round) => percentile(pick(round), share))
      return { text: spread(values), ratio: (median(values) / bare(share)).toFixed(2) }
    })
    const ratio = isCompared ? cells.map((cell) => cell.ratio).join(', ') : ''
    return `| ${name} | ${cells.map((cell) => cell.text).join(' | ')} | ${ratio} |`
  }
  const { section, bowl } = bursts
  const bytes = rounds.flatMap((round) => round.bytes)
  const largest = Math.max(...bytes, section.maxBytes, bowl.maxBytes)
  return [
    `### A change of a seat, until it is painted, while ${formatNumber(others)} other sockets are told too`,
    '',
    '| ms | p50 (min–max) | p99 (min–max) | of the bare broadcast |',
    '| --- | ---: | ---: | ---: |',
    row('a bare `ws` broadcast of the same bytes → painted', ({ bareMs }) => bareMs, true),
    row(`commit → painted (target: p99 ≤ ${TARGET_MS})`, ({ commitMs }) => commitMs, true),
    row('asked to hold → painted', ({ askMs }) => askMs, true),
    row('the first of the others hears it → the last, bare', ({ bareSpreadMs }) => bareSpreadMs),
    row('the first of the others hears it → the last', ({ spreadMs }) => spreadMs),
    '',
    `${rounds.length} rounds of ${commits} changes; medians of the rounds. A message reached ${formatNumber(
      median(rounds.map(({ reached }) => reached)),
    )} of the ${formatNumber(others)}.`,
    `Messages are ${formatNumber(median(bytes))} bytes, ${formatNumber(largest)} at most (target: 7,000).`,
    `${burstText(section)} in one section: ${section.messages} messages of it.`,
    `${burstText(bowl)} all over the bowl: ${bowl.messages} messages to who watches one section and the overview.`,
    '',
  ].join('\n')
}

function burstText({ seats, tookMs, batches }: Burst): string {
  return `${seats} claims at once, committed within ${formatNumber(tookMs)} ms, made ${batches} batches;`
}

function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

function spread(values: number[]): string {
  const [middle, min, max] = [median(values), Math.min(...values), Math.max(...values)].map(formatNumber)
  return `${middle} (${min}–${max})`
}
