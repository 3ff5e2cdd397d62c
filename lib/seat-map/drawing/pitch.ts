import type { PlanDecor } from '../plan'
import { drawArc, drawCircle, drawRectangle } from './shapes'

/** The size international matches are played on. */
export const PITCH_LENGTH_CM = 10_500
export const PITCH_WIDTH_CM = 6_800

/** A football pitch around (0, 0) with its markings, its length lying across the drawing or standing upright. */
export function drawPitch(lies: 'across' | 'upright'): PlanDecor[] {
  const turn = (points: number[]): number[] => (lies === 'across' ? points : swapAxes(points))
  const half = PITCH_LENGTH_CM / 2
  const lines = [
    closeLine(drawRectangle(0, 0, PITCH_LENGTH_CM, PITCH_WIDTH_CM)),
    [0, -PITCH_WIDTH_CM / 2, 0, PITCH_WIDTH_CM / 2],
    closeLine(drawCircle(0, 0, 915)),
    ...[-1, 1].flatMap((end) => [
      closeLine(drawRectangle(end * (half - 825), 0, 1650, 4032)),
      closeLine(drawRectangle(end * (half - 275), 0, 550, 1832)),
      drawPenaltyArc(end, half),
    ]),
  ]
  return [
    { kind: 'pitch', outline: turn(drawRectangle(0, 0, PITCH_LENGTH_CM + 600, PITCH_WIDTH_CM + 600)) },
    ...lines.map((points): PlanDecor => ({ kind: 'line', points: turn(points) })),
  ]
}

/** The part of the circle around the penalty spot that lies outside the penalty area. */
function drawPenaltyArc(end: number, half: number): number[] {
  const reach = Math.acos(550 / 915)
  const middle = end > 0 ? Math.PI : 0
  return drawArc(end * (half - 1100), 0, 915, middle - reach, middle + reach)
}

function closeLine(outline: number[]): number[] {
  return [...outline, ...outline.slice(0, 2)]
}

function swapAxes(points: number[]): number[] {
  return points.map((_, index) => points[index % 2 === 0 ? index + 1 : index - 1] ?? 0)
}
