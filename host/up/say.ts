/** Progress that a person can follow: one line when a step begins, its time when it took long enough to wonder. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const startedAt = Date.now()
  console.log(`• ${title}`)
  try {
    return await work()
  } finally {
    const tookMs = Date.now() - startedAt
    if (tookMs > 2_000) console.log(`  ${(tookMs / 1000).toFixed(1)} s`)
  }
}

/** A line beneath the step it belongs to. */
export function note(text: string): void {
  console.log(`  ${text}`)
}

/** Lines of `name  value`, values aligned. */
export function alignRows(rows: [string, string][]): string {
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join('\n')
}
