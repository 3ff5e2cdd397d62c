/** One row of a bench: its rates, one a round, and the rows of the same run that it is a share of. */
export type Row = { name: string; perSecond: number[]; of?: string[]; note?: string }

export type Worker = () => Promise<void>

/**
 * How often `work` can be done a second by `clients` at once, for `seconds` or until it says there is no more
 * (by throwing `Exhausted`).
 */
export async function measureRate(clients: number, seconds: number, work: Worker): Promise<number> {
  let done = 0
  const start = performance.now()
  const until = start + seconds * 1_000
  const client = async () => {
    while (performance.now() < until) {
      try {
        await work()
      } catch (error) {
        if (error instanceof Exhausted) return
        throw error
      }
      done += 1
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  return done / ((performance.now() - start) / 1_000)
}

export class Exhausted extends Error {}

/** A Markdown table: medians, spread, and the share of the medians of the rows that each is compared with. */
export function printTable(title: string, rows: Row[]): string {
  const medians = new Map(rows.map(({ name, perSecond }) => [name, median(perSecond)]))
  const shareOf = (middle: number) => (name: string) =>
    `${(middle / (medians.get(name) ?? Number.NaN)).toFixed(2)} of ${name}`
  const lines = rows.map(({ name, perSecond, of = [], note = '' }) => {
    const middle = median(perSecond)
    const spread = `${formatNumber(Math.min(...perSecond))}–${formatNumber(Math.max(...perSecond))}`
    const shares = of.map(shareOf(middle)).join('; ') || '1.00'
    return `| ${name} | ${formatNumber(middle)} | ${spread} | ${shares} | ${note} |`
  })
  return [
    `### ${title}`,
    '',
    '| | median/s | min–max | ratio | |',
    '| --- | ---: | ---: | --- | --- |',
    ...lines,
    '',
  ].join('\n')
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  if (sorted.length % 2 === 1) return sorted[middle] ?? 0
  return ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

export function formatNumber(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toFixed(1)
}
