/** In the browser: how often a second it asks for a frame while `step` is done in each, and how long frames took. */
export type FrameRun = { fps: number; frameCount: number; p95Ms: number }

/** Runs `step` once a frame for `ms`; `t` goes from 0 to 1. */
export async function runFrames(ms: number, step: (t: number, frame: number) => void): Promise<FrameRun> {
  const gaps: number[] = []
  const startedAt = await nextFrame()
  let last = startedAt
  for (let frame = 0; last - startedAt < ms; frame++) {
    step((last - startedAt) / ms, frame)
    const now = await nextFrame()
    gaps.push(now - last)
    last = now
  }
  const fps = (gaps.length * 1_000) / (last - startedAt)
  return { fps, frameCount: gaps.length, p95Ms: percentile(gaps, 0.95) }
}

export function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())))
}

/** When what was drawn in the next frame is on its way to the screen. */
export async function afterPaint(): Promise<number> {
  await nextFrame()
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => resolve(performance.now())
    port2.postMessage(null)
  })
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
