/** One JSON line an event, for people's tools; facts only, never a secret or a card. */
export function log(level: 'info' | 'warn' | 'error', event: string, facts: Record<string, unknown> = {}) {
  const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...facts }, plainError)
  if (level === 'error') console.error(line)
  else if (level === 'warn') console.warn(line)
  else console.info(line)
}

function plainError(_key: string, value: unknown): unknown {
  if (value instanceof Error) return { name: value.name, message: value.message, stack: value.stack }
  return typeof value === 'bigint' ? value.toString() : value
}
