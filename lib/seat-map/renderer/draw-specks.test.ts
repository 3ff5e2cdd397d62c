import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { hallMap } from '../testing/hall'
import { mixColors, type Rgb, readHex } from './color'
import type { Context2D } from './scene'
import { createScene, setSceneStates } from './scene'
import { DARK_THEME } from './theme'
import { TILE_PX } from './tile-orders'

let put: Uint8ClampedArray
const ctx = { save() {}, restore() {}, setTransform() {}, drawImage() {} } as unknown as Context2D

beforeEach(() => {
  vi.resetModules()
  const putImageData = ({ data }: { data: Uint8ClampedArray }) => {
    put = data
  }
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      getContext = () => ({ putImageData, canvas: this })
    },
  )
  vi.stubGlobal(
    'ImageData',
    class {
      data = new Uint8ClampedArray(TILE_PX * TILE_PX * 4)
      width = TILE_PX
      height = TILE_PX
    },
  )
})
afterEach(() => vi.unstubAllGlobals())

async function lay(pxPerCm: number, theme = DARK_THEME) {
  const { laySpecks } = await import('./draw-specks')
  const map = hallMap()
  const scene = createScene(map, theme)
  setSceneStates(
    scene,
    Uint8Array.from({ length: map.seatCount }, (_, index) => (index === 0 ? 2 : 0)),
  )
  return { isLaid: laySpecks(ctx, scene, { scale: pxPerCm, x: 0, y: 0 }), scene }
}

it('specks cover as much as rectangles of their size would', async () => {
  const { scene } = await lay(0.05)
  const side = scene.seatCm * 0.05
  const free = scene.map.seatCount - 1
  const expected = free * side ** 2 + (side * 0.45) ** 2
  const covered = put.filter((_, at) => at % 4 === 3).reduce((sum, alpha) => sum + alpha / 255, 0)
  expect(covered / expected).toBeGreaterThan(0.97)
  expect(covered / expected).toBeLessThan(1.03)
})

it('specks have the colour of their look and stand where their seat is', async () => {
  const { scene } = await lay(0.05)
  const pixelOf = (index: number) => {
    const x = Math.floor((scene.map.x[index] as number) * 0.05)
    const y = Math.floor((scene.map.y[index] as number) * 0.05)
    return [...put.slice((y * TILE_PX + x) * 4, (y * TILE_PX + x) * 4 + 3)]
  }
  expect(pixelOf(3)).toEqual([0xe0, 0xa0, 0x30])
  expect(pixelOf(0)).toEqual(readHex(DARK_THEME.sold))
})

it('specks that the filter leaves out are drawn as such', async () => {
  const { laySpecks } = await import('./draw-specks')
  const scene = createScene(hallMap(), DARK_THEME)
  scene.wanted = new Set([1])
  laySpecks(ctx, scene, { scale: 0.05, x: 0, y: 0 })
  const shown = new Set(new Uint32Array(put.buffer).map((pixel) => pixel & 0xffffff))
  const left = readHex(mixColors(DARK_THEME.labelMuted, DARK_THEME.section, 0.5)) as Rgb
  const pixelOf = ([red, green, blue]: Rgb) => (blue << 16) | (green << 8) | red
  expect(shown).toContain(pixelOf(left))
  expect(shown).toContain(pixelOf(readHex(scene.map.categories[1]?.color ?? '') as Rgb))
  expect(shown).not.toContain(pixelOf(readHex(scene.map.categories[0]?.color ?? '') as Rgb))
})

it('a colour that cannot be read leaves them to be drawn another way', async () => {
  expect((await lay(0.05, { ...DARK_THEME, sold: 'oklch(0.5 0 0)' })).isLaid).toBe(false)
})
