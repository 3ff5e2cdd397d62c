import type { SeatMap } from '../decode-plan'
import { buildGrid } from '../grid'
import type { Box } from '../outline'
import type { Frame } from './draw-ground'
import { LabelText } from './label-text'
import type { Scene } from './scene'

export const TILE_PX = 512

/** A bitmap to be drawn: `cssScale` is CSS pixels a centimetre. */
export type TileOrder = { id: number; frame: Frame; box: Box; cssScale: number }

/** A scene without its functions and what can be had from the rest, as it goes to a worker. */
export type PortableScene = Omit<Scene, 'map' | 'grid' | 'labelText'> & {
  map: Omit<SeatMap, 'label' | 'indexOf' | 'numberOf'>
}

export type ToWorker =
  | { kind: 'scene'; scene: PortableScene }
  | { kind: 'wanted'; wanted: Scene['wanted'] }
  /** New states of these seats; of all, in order, where no seats are named. */
  | { kind: 'states'; seats: Uint32Array | null; states: Uint8Array }
  | { kind: 'draw'; order: TileOrder }

export type FromWorker = { id: number; bitmap: ImageBitmap }

/** All that drawing needs; rows and names stay behind, a worker writes nothing. */
export function packScene(scene: Scene): PortableScene {
  const { label, indexOf, numberOf, ...map } = scene.map
  const sections = scene.sections.map((look) => ({ ...look, section: { ...look.section, rows: [] } }))
  const bareMap = { ...map, sections: sections.map(({ section }) => section), rows: [] }
  const { seatCm, pitchCm, content, theme, decorBoxes, categoryInk, states, mine, pending, wanted } = scene
  return {
    ...{ seatCm, pitchCm, content, theme, decorBoxes, categoryInk, states, mine, pending, wanted },
    ...{ map: { ...bareMap, rowOf: new Uint32Array() }, sections },
  }
}

/** The scene on the other side. It has no numbers to write. */
export function unpackScene(packed: PortableScene): Scene {
  const nameless = { label: () => '', indexOf: () => -1, numberOf: () => '' }
  return {
    ...packed,
    map: { ...packed.map, ...nameless },
    grid: buildGrid(packed.map),
    labelText: new LabelText(),
  }
}
