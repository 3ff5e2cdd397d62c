import type { Direction } from '../walk'

/** What a key asks of the map. */
export type KeyIntent =
  | { kind: 'walk'; direction: Direction }
  | { kind: 'row-end'; end: 'first' | 'last' }
  | { kind: 'choose' }
  | { kind: 'zoom'; factor: number }
  | { kind: 'fit' }

const INTENTS: Record<string, KeyIntent> = {
  ArrowLeft: { kind: 'walk', direction: 'left' },
  ArrowRight: { kind: 'walk', direction: 'right' },
  ArrowUp: { kind: 'walk', direction: 'up' },
  ArrowDown: { kind: 'walk', direction: 'down' },
  Home: { kind: 'row-end', end: 'first' },
  End: { kind: 'row-end', end: 'last' },
  Enter: { kind: 'choose' },
  ' ': { kind: 'choose' },
  '+': { kind: 'zoom', factor: 1.6 },
  '=': { kind: 'zoom', factor: 1.6 },
  '-': { kind: 'zoom', factor: 1 / 1.6 },
  '0': { kind: 'fit' },
}

/** The intent of a key pressed on the map, or null for one that is the browser's (Tab, Ctrl and Alt with anything). */
export function readKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>,
): KeyIntent | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null
  return INTENTS[event.key] ?? null
}
