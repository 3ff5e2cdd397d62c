import { Pace } from './pace'
import { patchTile } from './patch-tile'
import type { Scene } from './scene'
import { dropPicture, type Tile } from './tile'

const MAX_TILES = 72

/** What bitmaps need once they are looked around on. It comes after the first picture. */
export class TileCare {
  /** Whether this machine keeps up with a zoom. */
  readonly pace = new Pace()

  constructor(private readonly scene: Scene) {}

  /** Brings seats of a bitmap that changed up to date, one by one. */
  patch(tile: Tile): void {
    patchTile(this.scene, tile)
  }

  /** Lets the oldest go where there are many; none of this moment's, and none of a scale that is to be kept. */
  forgetOldest(tiles: Map<string, Tile>, keptScale: number, now: number): void {
    if (tiles.size <= MAX_TILES) return
    const spare = [...tiles].filter(
      ([, { frame, usedAt, isOrdered }]) => frame.scale !== keptScale && usedAt < now && !isOrdered,
    )
    spare.sort(([, a], [, b]) => a.usedAt - b.usedAt)
    for (const [key, tile] of spare.slice(0, tiles.size - MAX_TILES)) {
      dropPicture(tile)
      tiles.delete(key)
    }
  }
}
