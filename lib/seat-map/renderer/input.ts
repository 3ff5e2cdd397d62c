import type { Controls } from './controls'
import { listenToGestures } from './gestures'
import { Keyboard } from './keyboard'
import { readKey } from './keys'
import { Pointer } from './pointer'

/**
 * Fingers, mouse, wheel and keys on the canvas, until the signal is aborted. A part of its own that comes after the
 * first picture: nobody can choose what they do not see.
 */
export function listenToInput(canvas: HTMLCanvasElement, controls: Controls, signal: AbortSignal): void {
  const keyboard = new Keyboard(controls)
  listenToGestures(canvas, new Pointer(controls), signal)
  const onKey = (event: KeyboardEvent) => {
    const intent = readKey(event)
    if (!intent) return
    event.preventDefault()
    keyboard.onKey(intent)
  }
  const onFocus = () => canvas.matches(':focus-visible') && keyboard.resumeFocus()
  canvas.addEventListener('keydown', onKey, { signal })
  canvas.addEventListener('focus', onFocus, { signal })
  canvas.addEventListener('blur', () => controls.focusSeat(-1), { signal })
  // The keyboard was quicker than its code.
  if (canvas.ownerDocument.activeElement === canvas) onFocus()
}
