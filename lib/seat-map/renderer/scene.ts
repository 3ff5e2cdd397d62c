import type { SeatMap } from '../decode-plan'
import { buildGrid, type SeatGrid, seatPitch } from '../grid'
import { type Box, boxOf, clearanceAt, joinBoxes } from '../outline'
import { SEAT_STATE } from '../plan'
import { inkOn, mixColors } from './color'
import type { RenderTheme } from './theme'

/** Either kind of canvas: drawing functions run on the page and in a worker alike. */
export type Context2D = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** A section as it is drawn. */
export type SceneSection = {
  box: Box
  fill: string
  line: string
  /** Half the size of a text that fits at the section's anchor, in centimetres. */
  halfWidth: number
  halfHeight: number
  freeCount: number
}

/** All that drawing needs to know: the map, what is derived from it once, and what changes. */
export type Scene = {
  map: SeatMap
  grid: SeatGrid
  /** A seat's drawn diameter, centimetres. */
  seatCm: number
  pitchCm: number
  content: Box
  theme: RenderTheme
  sections: SceneSection[]
  decorBoxes: Box[]
  /** Text colour on each category's colour. */
  categoryInk: string[]
  states: Uint8Array
  mine: ReadonlySet<number>
}

/** The scene of a map, all seats free until `setSceneStates`. */
export function createScene(map: SeatMap, theme: RenderTheme): Scene {
  const grid = buildGrid(map)
  const decorBoxes = map.decor.map((piece) => {
    if (piece.kind === 'line') return boxOf(piece.points)
    if (piece.kind === 'table') return around(piece.x, piece.y, piece.radius)
    if (piece.kind === 'text')
      return around(piece.x, piece.y, piece.size * Math.max(1, piece.text.length) * 0.5)
    return boxOf(piece.outline)
  })
  const sections = map.sections.map((section): SceneSection => {
    const { halfWidth, halfHeight } = clearanceAt(section.outline, ...section.anchor)
    const box = boxOf(section.outline)
    return {
      box,
      fill: theme.section,
      line: theme.sectionLine,
      halfWidth,
      halfHeight,
      freeCount: section.seatCount,
    }
  })
  const pitchCm = seatPitch(map)
  const scene: Scene = {
    ...{ map, grid, pitchCm, theme, sections, decorBoxes },
    seatCm: pitchCm * 0.8,
    content: [...decorBoxes, ...sections.map(({ box }) => box)].reduce(joinBoxes, grid.box),
    categoryInk: [],
    states: new Uint8Array(map.seatCount),
    mine: new Set(),
  }
  setSceneTheme(scene, theme)
  return scene
}

/** Gives the scene other colours. Whatever was drawn before must be drawn again. */
export function setSceneTheme(scene: Scene, theme: RenderTheme): void {
  const { map } = scene
  scene.theme = theme
  scene.categoryInk = map.categories.map(({ color }) => inkOn(color, '#0b0b0f', '#ffffff'))
  map.sections.forEach(({ firstSeat, seatCount }, at) => {
    const color = map.categories[map.category[firstSeat + (seatCount >> 1)] as number]?.color ?? theme.section
    const section = scene.sections[at] as SceneSection
    section.fill = mixColors(theme.section, color, 0.1)
    section.line = mixColors(theme.sectionLine, color, 0.25)
  })
}

/** Takes new states and counts what is free by section. */
export function setSceneStates(scene: Scene, states: Uint8Array): void {
  scene.states = states
  for (const [at, { firstSeat, seatCount }] of scene.map.sections.entries()) {
    let free = 0
    for (let index = firstSeat; index < firstSeat + seatCount; index++) {
      if (states[index] === SEAT_STATE.free) free++
    }
    ;(scene.sections[at] as SceneSection).freeCount = free
  }
}

function around(x: number, y: number, reach: number): Box {
  return { minX: x - reach, minY: y - reach, maxX: x + reach, maxY: y + reach }
}
