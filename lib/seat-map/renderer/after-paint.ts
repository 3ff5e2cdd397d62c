/** Runs something when what is being drawn is on its way to the screen, and not before. */
export function afterPaint(run: () => void): void {
  requestAnimationFrame(() => setTimeout(run))
}
