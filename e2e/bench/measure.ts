/** One row of a bench: a rate, and what share of the baseline of the same run it is. */
export type Row = { name: string; perSecond: number[]; note?: string }

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

/** A Markdown table: medians, spread, and the ratio to the row named `baseline`. */
export function printTable(title: string, baseline: string, rows: Row[]): string {
  const base = median(rows.find((row) => row.name === baseline)?.perSecond ?? [])
  const lines = rows.map(({ name, perSecond, note }) => {
    const middle = median(perSecond)
    const spread = `${round(Math.min(...perSecond))}–${round(Math.max(...perSecond))}`
    return `| ${name} | ${round(middle)} | ${spread} | ${(middle / base).toFixed(2)} | ${note ?? ''} |`
  })
  return [
    `### ${title}`,
    '',
    '| | median/s | min–max | ratio | |',
    '| --- | ---: | ---: | ---: | --- |',
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

function round(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toFixed(1)
}
