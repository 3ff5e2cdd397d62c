/** Runs something when what is being drawn is on the screen, and not before: as the frame after its own begins. */
export function afterPaint(run: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(run))
}
