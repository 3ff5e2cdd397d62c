export type Toast = {
  id: number
  text: string
  /** One way back or on, e.g. undo. */
  action?: { label: string; run: () => void }
}

/** Long enough to read and reach the action; the area stops the clock under pointer or focus. */
export const TOAST_MS = 6000

let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

function setToasts(next: readonly Toast[]) {
  toasts = next
  for (const listener of listeners) listener()
}

/** Shows a short message at the foot of the page; at most three stand at once, the oldest leaves first. */
export function showToast(text: string, action?: Toast['action']): void {
  lastId += 1
  setToasts([...toasts, { id: lastId, text, action }].slice(-3))
}

/** Takes a toast away; harmless when it is gone already. */
export function dismissToast(id: number): void {
  setToasts(toasts.filter((toast) => toast.id !== id))
}

/** What is to be shown now, the oldest first; the same array until something changes. */
export function readToasts(): readonly Toast[] {
  return toasts
}

/** Calls `listener` after every change, until the returned function is called. */
export function watchToasts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
