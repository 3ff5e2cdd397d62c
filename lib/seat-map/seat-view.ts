import type { SeatMap } from './decode-plan'
import { boxOf } from './outline'
import { type Eye, horizonOf, openEye, type Place, seePolygon } from './perspective'
import type { PlanDecor } from './plan'
import { groundAt, hasPitch } from './seat-heights'

export type ViewKind =
  | 'floor'
  | 'pitch'
  | 'line'
  | 'section'
  | 'backdrop'
  | 'stage'
  | 'stage-front'
  | 'person'

/** A shape of the picture: a polygon (a person: from foot to head), flat x,y list in pixels. */
export type ViewShape = { kind: ViewKind; points: number[] }

/** What is seen from a seat, as a drawing: shapes from far to near. */
export type SeatView = {
  width: number
  height: number
  horizonY: number
  shapes: ViewShape[]
  /** From the eye to what the house looks at. */
  distanceM: number
  /** How far the eye looks down. */
  downDegrees: number
  /** How far off the house's axis the seat is; 0 in a house without one (seats all around). */
  sideDegrees: number
  /** What there is to see. */
  looksAt: 'stage' | 'pitch'
}

export const VIEW_WIDTH = 320
export const VIEW_HEIGHT = 168

const EYE_CM = { sitting: 120, standing: 165 }
const STAGE_CM = 110
const PERSON_CM = 178
/** How high what closes a stage at its back is, at most. */
const BACKDROP_CM = 650

type Item = { distance: number; shapes: ViewShape[] }
type Outlined = Extract<PlanDecor, { outline: number[] }>

/** The view from a seat toward the stage or the pitch: reckoned from where it stands, not a photograph. */
export function viewFromSeat(map: SeatMap, index: number): SeatView {
  const section = map.sections[map.sectionOf[index] as number]
  const [x, y] = [map.x[index] as number, map.y[index] as number]
  const isPitch = hasPitch(map)
  const eyeCm = section?.kind === 'standing' ? EYE_CM.standing : EYE_CM.sitting
  const at: Place = [x, y, groundAt(map, section?.index ?? 0, x, y) + eyeCm]
  const target: Place = [map.focus[0], map.focus[1], isPitch ? 0 : STAGE_CM + 90]
  const eye = openEye(at, target, VIEW_WIDTH, VIEW_HEIGHT)
  const flatCm = Math.hypot(x - target[0], y - target[1])
  const items = [...seeSections(map, eye), seeAction(map, eye)].sort((a, b) => b.distance - a.distance)
  const shapes = [...seeGround(map, eye), ...items.flatMap((item) => item.shapes)]
  return {
    ...{ width: VIEW_WIDTH, height: VIEW_HEIGHT, horizonY: horizonOf(eye) },
    shapes: shapes.filter(({ points }) => isOnPicture(points)),
    distanceM: Math.round(Math.hypot(flatCm, at[2] - target[2]) / 100),
    downDegrees: toDegrees(Math.atan2(at[2] - target[2], flatCm)),
    sideDegrees: sideOf(map, x, y),
    looksAt: isPitch ? 'pitch' : 'stage',
  }
}

function seeGround(map: SeatMap, eye: Eye): ViewShape[] {
  const floors = map.decor.filter((piece): piece is Outlined => piece.kind === 'floor')
  const pitches = map.decor.filter((piece): piece is Outlined => piece.kind === 'pitch')
  return [
    ...floors.map(({ outline }) => lay(eye, 'floor', outline, 0)),
    ...pitches.map(({ outline }) => lay(eye, 'pitch', outline, 0)),
    ...(pitches.length > 0 ? seeLines(map, eye) : []),
  ]
}

function seeLines(map: SeatMap, eye: Eye): ViewShape[] {
  return map.decor.flatMap((piece) => {
    if (piece.kind !== 'line') return []
    const there = placesOf(piece.points, 0)
    // Out and back again: a line is a polygon without width.
    return [{ kind: 'line' as const, points: seePolygon(eye, [...there, ...there.slice(1, -1).reverse()]) }]
  })
}

function seeSections(map: SeatMap, eye: Eye): Item[] {
  return map.sections.map(({ index, outline }) => {
    const places = slopesOf(map, index, outline)
    return {
      distance: meanDistance(eye, places),
      shapes: [{ kind: 'section', points: seePolygon(eye, places) }],
    }
  })
}

const groundsOf = new WeakMap<number[], Place[]>()

/** A section's outline at the heights it has: worked out once. */
function slopesOf(map: SeatMap, index: number, outline: number[]): Place[] {
  const known = groundsOf.get(outline)
  if (known) return known
  const places = placesOf(outline, 0).map(([x, y]): Place => [x, y, groundAt(map, index, x, y)])
  groundsOf.set(outline, places)
  return places
}

/** The stage with its back wall and people on it, or the people on the pitch. */
function seeAction(map: SeatMap, eye: Eye): Item {
  const stages = map.decor.filter((piece): piece is Outlined => piece.kind === 'stage')
  const shapes = stages.flatMap(({ outline }) => [
    ...seeWalls(map, eye, outline, 'backdrop'),
    lay(eye, 'stage', outline, STAGE_CM),
    ...seeWalls(map, eye, outline, 'stage-front'),
  ])
  const places = stages.flatMap(({ outline }) => placesOf(outline, STAGE_CM))
  const distance =
    places.length > 0 ? meanDistance(eye, places) : meanDistance(eye, [[...map.focus, 0] as const])
  return { distance, shapes: [...shapes, ...seePeople(map, eye, stages[0]?.outline)] }
}

/** Edges that face away from the house carry a wall; those that face the eye are seen from below. */
function seeWalls(map: SeatMap, eye: Eye, outline: number[], kind: 'backdrop' | 'stage-front'): ViewShape[] {
  const box = boxOf(outline)
  const wallCm = Math.min(BACKDROP_CM, (box.maxX - box.minX + box.maxY - box.minY) * 0.3)
  const axis = axisOf(map)
  if (kind === 'backdrop' && !axis) return []
  const [foot, top] = kind === 'backdrop' ? [STAGE_CM, STAGE_CM + wallCm] : [0, STAGE_CM]
  const places = placesOf(outline, 0)
  const turn = Math.sign(areaOf(outline)) || 1
  return places.flatMap(([ax, ay], at) => {
    const [bx, by] = places[(at + 1) % places.length] as Place
    const length = Math.hypot(bx - ax, by - ay) || 1
    const normal = [((by - ay) / length) * turn, (-(bx - ax) / length) * turn] as const
    const faces =
      kind === 'backdrop'
        ? normal[0] * (axis?.[0] ?? 0) + normal[1] * (axis?.[1] ?? 0) < -0.8
        : normal[0] * (eye.at[0] - ax) + normal[1] * (eye.at[1] - ay) > 0
    if (!faces) return []
    const wall: Place[] = [
      [ax, ay, foot],
      [bx, by, foot],
      [bx, by, top],
      [ax, ay, top],
    ]
    return [{ kind, points: seePolygon(eye, wall) }]
  })
}

/** Somebody to measure by: three on a stage, a few on a pitch. */
function seePeople(map: SeatMap, eye: Eye, stage: number[] | undefined): ViewShape[] {
  const box = stage && boxOf(stage)
  const [x, y] = box ? [(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2] : map.focus
  const reach = box ? Math.min(300, (box.maxX - box.minX) / 5) : 1_400
  const spots = stage ? ON_STAGE : ON_PITCH
  const foot = stage ? STAGE_CM : 0
  return spots.map(([across, along]) => {
    const [px, py] = [x + across * reach, y + along * reach]
    const points = seePolygon(eye, [
      [px, py, foot],
      [px, py, foot + PERSON_CM],
    ])
    return { kind: 'person', points }
  })
}

const ON_STAGE = [
  [-1, 0.1],
  [1, 0.1],
  [0, 0.5],
] as const
const ON_PITCH = [
  [0, 0],
  [0.5, -0.8],
  [-1.2, 0.6],
  [1.9, 0.9],
  [-2.1, -0.7],
  [2.8, -0.3],
] as const

function lay(eye: Eye, kind: ViewKind, outline: readonly number[], z: number): ViewShape {
  return { kind, points: seePolygon(eye, placesOf(outline, z)) }
}

function placesOf(outline: readonly number[], z: number): Place[] {
  return Array.from({ length: outline.length >> 1 }, (_, at) => [
    outline[at * 2] as number,
    outline[at * 2 + 1] as number,
    z,
  ])
}

const axes = new WeakMap<SeatMap, readonly [number, number] | null>()

/** The way from the stage to the middle of the house, of length 1; null where the house is all around. */
function axisOf(map: SeatMap): readonly [number, number] | null {
  const known = axes.get(map)
  if (known !== undefined) return known
  const mean = (column: ArrayLike<number>) =>
    Array.from(column).reduce((sum, value) => sum + value, 0) / map.seatCount
  const [dx, dy] = [mean(map.x) - map.focus[0], mean(map.y) - map.focus[1]]
  const length = Math.hypot(dx, dy)
  const isAround = length < Math.max(map.width, map.height) * 0.12
  const axis = isAround ? null : ([dx / length, dy / length] as const)
  axes.set(map, axis)
  return axis
}

function sideOf(map: SeatMap, x: number, y: number): number {
  const axis = axisOf(map)
  if (!axis) return 0
  const [dx, dy] = [x - map.focus[0], y - map.focus[1]]
  return toDegrees(Math.abs(Math.atan2(axis[0] * dy - axis[1] * dx, axis[0] * dx + axis[1] * dy)))
}

function meanDistance({ at }: Eye, places: readonly Place[]): number {
  const sum = places.reduce((total, [x, y]) => total + Math.hypot(x - at[0], y - at[1]), 0)
  return sum / Math.max(1, places.length)
}

/** Twice the signed area; its sign is the direction the outline runs in. */
function areaOf(outline: readonly number[]): number {
  const places = placesOf(outline, 0)
  return places.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = places[(at + 1) % places.length] as Place
    return sum + x * nextY - nextX * y
  }, 0)
}

function isOnPicture(points: readonly number[]): boolean {
  if (points.length < 4) return false
  const { minX, minY, maxX, maxY } = boxOf(points)
  const isSeen = maxX > 0 && minX < VIEW_WIDTH && maxY > 0 && minY < VIEW_HEIGHT
  return isSeen && Math.max(maxX - minX, maxY - minY) >= 1
}

function toDegrees(radians: number): number {
  return Math.round((radians * 180) / Math.PI)
}
