import type { MapSection, SeatMap } from '../decode-plan'
import { buildGrid, type SeatGrid, seatPitch } from '../grid'
import { type Box, boxOf, clearanceAt, joinBoxes } from '../outline'
import { SEAT_STATE } from '../plan'
import { inkOn, mixColors } from './color'
import { LabelText } from './label-text'
import type { RenderTheme } from './theme'

/** Either kind of canvas: drawing functions run on the page and in a worker alike. */
export type Context2D = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** Kept free behind a section for its name; the width of that is left to the screen's padding. */
const TITLE_ROOM_CM = 140

/** A section as it is drawn. */
export type SceneSection = {
  section: MapSection
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
  readonly grid: SeatGrid
  /** A seat's drawn diameter, centimetres. */
  seatCm: number
  pitchCm: number
  content: Box
  theme: RenderTheme
  sections: SceneSection[]
  decorBoxes: Box[]
  /** Text colour on each category's colour. */
  categoryInk: string[]
  labelText: LabelText
  states: Uint8Array
  mine: ReadonlySet<number>
  /** Seats asked for and not yet answered. */
  pending: ReadonlySet<number>
  /** Categories that stand out while a filter is on; null for all. */
  wanted: ReadonlySet<number> | null
}

/** The scene of a map, all seats free until `setSceneStates`. */
export function createScene(map: SeatMap, theme: RenderTheme): Scene {
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
    const { section: fill, sectionLine: line } = theme
    return { section, box, halfWidth, halfHeight, fill, line, freeCount: section.seatCount }
  })
  const pitchCm = seatPitch(map)
  let grid: SeatGrid | null = null
  const scene: Scene = {
    map,
    pitchCm,
    theme,
    sections,
    decorBoxes,
    // Not before it is needed: the first picture is not.
    get grid() {
      grid ??= buildGrid(map)
      return grid
    },
    seatCm: pitchCm * 0.8,
    content: contentOf(map, decorBoxes, sections),
    categoryInk: [],
    labelText: new LabelText(),
    states: new Uint8Array(map.seatCount),
    mine: new Set(),
    pending: new Set(),
    wanted: null,
  }
  setSceneTheme(scene, theme)
  return scene
}

function contentOf(
  { box, focus }: SeatMap,
  decorBoxes: readonly Box[],
  sections: readonly SceneSection[],
): Box {
  const named = sections.map((look): Box => {
    const [x, y] = titleStep(look.section.anchor, focus)
    const { minX, minY, maxX, maxY } = look.box
    return {
      minX: minX + Math.min(0, x) * TITLE_ROOM_CM,
      minY: minY + Math.min(0, y) * TITLE_ROOM_CM,
      maxX: maxX + Math.max(0, x) * TITLE_ROOM_CM,
      maxY: maxY + Math.max(0, y) * TITLE_ROOM_CM,
    }
  })
  return [...decorBoxes, ...named].reduce(joinBoxes, box)
}

/**
 * Which way a section's name stands from its middle: away from the focus, along an axis. Text is wide: straight up or
 * down leaves it more room than a slope, unless the section lies clearly aside.
 */
export function titleStep(
  [x, y]: readonly [number, number],
  focus: readonly [number, number],
): [x: number, y: number] {
  const [dx, dy] = [x - focus[0], y - focus[1]]
  return Math.abs(dx) > Math.abs(dy) * 1.6 ? [Math.sign(dx), 0] : [0, Math.sign(dy) || 1]
}

/** Gives the scene other colours. Whatever was drawn before must be drawn again. */
export function setSceneTheme(scene: Scene, theme: RenderTheme): void {
  const { map } = scene
  scene.theme = theme
  scene.categoryInk = map.categories.map(({ color }) => inkOn(color, '#0b0b0f', '#ffffff'))
  const looks = map.categories.map(({ color }) => ({
    fill: mixColors(theme.section, color, 0.1),
    line: mixColors(theme.sectionLine, color, 0.25),
  }))
  const plain = { fill: theme.section, line: theme.sectionLine }
  map.sections.forEach(({ firstSeat, seatCount }, at) => {
    const category = map.category[firstSeat + (seatCount >> 1)] as number
    Object.assign(scene.sections[at] as SceneSection, looks[category] ?? plain)
  })
}

/** Takes new states and counts what is free by section; only `changed` differ from the states of before. */
export function setSceneStates(
  scene: Scene,
  states: Uint8Array,
  changed: readonly number[] | 'all' = 'all',
): void {
  const before = scene.states
  scene.states = states
  if (changed === 'all') countFree(scene)
  for (const index of new Set(changed === 'all' ? [] : changed)) {
    const section = scene.sections[scene.map.sectionOf[index] as number] as SceneSection
    if (before[index] === SEAT_STATE.free) section.freeCount--
    if (states[index] === SEAT_STATE.free) section.freeCount++
  }
}

function countFree({ map, sections, states }: Scene): void {
  for (const [at, { firstSeat, seatCount }] of map.sections.entries()) {
    const section = sections[at] as SceneSection
    section.freeCount = countFreeIn(states, firstSeat, firstSeat + seatCount)
  }
}

function countFreeIn(states: Uint8Array, from: number, to: number): number {
  let free = 0
  for (let index = from; index < to; index++) if (states[index] === SEAT_STATE.free) free++
  return free
}

function around(x: number, y: number, reach: number): Box {
  return { minX: x - reach, minY: y - reach, maxX: x + reach, maxY: y + reach }
}

/** The seats whose states differ. */
export function differingSeats(before: Uint8Array, after: Uint8Array): number[] {
  const changed: number[] = []
  for (let index = 0; index < after.length; index++) if (before[index] !== after[index]) changed.push(index)
  return changed
}
