import type { Box } from '../outline'
import { fitBox, type View, type ViewLimits, type Viewport } from '../view'
import type { Scene } from './scene'

const PADDING_PX = 20
/** Nobody needs a seat bigger than a thumb. */
const MAX_PITCH_PX = 64

/** A box, or all there is to look at, as big as it fits. */
export function fitScene(scene: Scene, viewport: Viewport, box: Box = scene.content): View {
  return fitBox(box, viewport, PADDING_PX, MAX_PITCH_PX / scene.pitchCm)
}

/** From a little more than the whole map to single seats. */
export function limitsOf(scene: Scene, viewport: Viewport): ViewLimits {
  const minScale = fitScene(scene, viewport).scale * 0.85
  return { minScale, maxScale: MAX_PITCH_PX / scene.pitchCm, content: scene.content }
}
