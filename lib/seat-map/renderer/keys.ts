import type { Direction } from '../walk'

/** What a key asks of the map. */
export type KeyIntent =
  | { kind: 'walk'; direction: Direction }
  | { kind: 'row-end'; end: 'first' | 'last' }
  | { kind: 'section'; step: 1 | -1 }
  | { kind: 'choose' }
  | { kind: 'zoom'; factor: number }
  | { kind: 'fit' }
  | { kind: 'lasso' }
  | { kind: 'help' }
  | { kind: 'cancel' }

const INTENTS: Record<string, KeyIntent> = {
  ArrowLeft: { kind: 'walk', direction: 'left' },
  ArrowRight: { kind: 'walk', direction: 'right' },
  ArrowUp: { kind: 'walk', direction: 'up' },
  ArrowDown: { kind: 'walk', direction: 'down' },
  Home: { kind: 'row-end', end: 'first' },
  End: { kind: 'row-end', end: 'last' },
  PageDown: { kind: 'section', step: 1 },
  PageUp: { kind: 'section', step: -1 },
  Enter: { kind: 'choose' },
  ' ': { kind: 'choose' },
  '+': { kind: 'zoom', factor: 1.6 },
  '=': { kind: 'zoom', factor: 1.6 },
  '-': { kind: 'zoom', factor: 1 / 1.6 },
  '0': { kind: 'fit' },
  l: { kind: 'lasso' },
  L: { kind: 'lasso' },
  '?': { kind: 'help' },
  Escape: { kind: 'cancel' },
}

/** The intent of a key pressed on the map, or null for one that is the browser's (Tab, Ctrl and Alt with anything). */
export function readKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>,
): KeyIntent | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null
  return INTENTS[event.key] ?? null
}
