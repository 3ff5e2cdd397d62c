import { clampView, mixViews, panBy, type View, type ViewLimits, type Viewport } from '../view'

const GLIDE_MS = 220
/** Speed left after one millisecond of coasting. */
const FRICTION_PER_MS = 0.9955
const MIN_SPEED = 0.02

/** Where the map is looked at from, and how that changes over time. */
export type Camera = {
  view: View
  viewport: Viewport
  limits: ViewLimits
  /** At once, within the limits. */
  set(view: View): void
  /** Over about 200 ms; at once where motion is reduced. */
  glideTo(view: View, now: number): void
  /** Coasts on at a speed in CSS pixels a millisecond. */
  fling(vx: number, vy: number, now: number): void
  stop(): void
  /** Moves on to `now`; true while the map is still moving. */
  step(now: number): boolean
  /** Where a running glide leads; the current view when there is none. */
  destination(): View
}

type Motion =
  | { kind: 'still' }
  | { kind: 'glide'; from: View; to: View; startedAt: number }
  | { kind: 'coast'; vx: number; vy: number; at: number }

/** A camera on `viewport`, looking at the limits' content from wherever it is set to. */
export function createCamera(viewport: Viewport, limits: ViewLimits, isMotionReduced: () => boolean): Camera {
  let motion: Motion = { kind: 'still' }

  const camera: Camera = {
    view: { scale: limits.minScale, tx: 0, ty: 0 },
    viewport,
    limits,
    set(view) {
      motion = { kind: 'still' }
      camera.view = clampView(view, camera.viewport, camera.limits)
    },
    glideTo(view, now) {
      const to = clampView(view, camera.viewport, camera.limits)
      if (isMotionReduced()) camera.set(to)
      else motion = { kind: 'glide', from: camera.view, to, startedAt: now }
    },
    fling(vx, vy, now) {
      if (!isMotionReduced() && Math.hypot(vx, vy) > MIN_SPEED) motion = { kind: 'coast', vx, vy, at: now }
    },
    stop() {
      motion = { kind: 'still' }
    },
    step(now) {
      if (motion.kind === 'glide') motion = glide(camera, motion, now)
      else if (motion.kind === 'coast') motion = coast(camera, motion, now)
      return motion.kind !== 'still'
    },
    destination: () => (motion.kind === 'glide' ? motion.to : camera.view),
  }
  return camera
}

function glide(camera: Camera, motion: Extract<Motion, { kind: 'glide' }>, now: number): Motion {
  const t = Math.min(1, Math.max(0, (now - motion.startedAt) / GLIDE_MS))
  camera.view = t === 1 ? motion.to : mixViews(motion.from, motion.to, 1 - (1 - t) ** 3, camera.viewport)
  return t === 1 ? { kind: 'still' } : motion
}

function coast(camera: Camera, motion: Extract<Motion, { kind: 'coast' }>, now: number): Motion {
  const elapsedMs = Math.min(64, Math.max(0, now - motion.at))
  const moved = panBy(camera.view, motion.vx * elapsedMs, motion.vy * elapsedMs)
  camera.view = clampView(moved, camera.viewport, camera.limits)
  const left = FRICTION_PER_MS ** elapsedMs
  // Stopped short by an edge: no use pushing on.
  const isStuck = elapsedMs > 0 && Math.hypot(camera.view.tx - moved.tx, camera.view.ty - moved.ty) > 1
  const next = { kind: 'coast' as const, vx: motion.vx * left, vy: motion.vy * left, at: now }
  return isStuck || Math.hypot(next.vx, next.vy) < MIN_SPEED ? { kind: 'still' } : next
}
