/** What parsed JSON must look like to be part of a plan. */
export type Fields = Record<string, unknown>

export const MAX_COORDINATE = 65_535
/** A plan's outlines may reach a little further than its seats. */
const MAX_REACH = 1_000_000

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isWithin(value: unknown, min: number, max = MAX_COORDINATE): value is number {
  return typeof value === 'number' && value >= min && value <= max
}

export function isWhole(value: unknown, min: number, max: number): value is number {
  return isWithin(value, min, max) && Number.isInteger(value)
}

/** A flat list x0,y0,x1,y1,… of `min` to `max` numbers, each a coordinate. */
export function isPoints(value: unknown, min: number, max = 4_000): value is number[] {
  return isPairs(value, min, max) && areWithin(value, 0, MAX_COORDINATE)
}

/** The same, of numbers that need only be numbers. */
export function isOutline(value: unknown, min: number): value is number[] {
  return isPairs(value, min, 100_000) && areWithin(value, -MAX_REACH, MAX_REACH)
}

/** A plain loop: a large plan's outlines have some ten thousand numbers, looked at before its first picture. */
function areWithin(values: readonly unknown[], min: number, max: number): boolean {
  for (let at = 0; at < values.length; at++) if (!isWithin(values[at], min, max)) return false
  return true
}

function isPairs(value: unknown, min: number, max: number): value is unknown[] {
  return Array.isArray(value) && value.length >= min && value.length <= max && value.length % 2 === 0
}

export function isColor(value: unknown): value is string {
  return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value)
}

export function isSectionKind(value: unknown): boolean {
  return ['seated', 'tables', 'standing'].includes(value as string)
}

/** A known piece of decor, with all that drawing it needs. */
export function isDecor(piece: unknown): boolean {
  if (!isFields(piece)) return false
  if (piece.kind === 'line') return isPoints(piece.points, 4)
  if (piece.kind === 'table') return isPoints([piece.x, piece.y], 2) && isWithin(piece.radius, 0)
  if (piece.kind === 'text') {
    return isPoints([piece.x, piece.y], 2) && isWithin(piece.size, 0) && typeof piece.text === 'string'
  }
  const known = ['stage', 'pitch', 'floor', 'wall', 'bar'].includes(piece.kind as string)
  return known && isPoints(piece.outline, 6) && (piece.label === undefined || typeof piece.label === 'string')
}
