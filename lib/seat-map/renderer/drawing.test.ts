import { describe, expect, it } from 'vitest'
import { CATEGORY_COLORS } from '../drawing/palette'
import { SEAT_FLAG, SEAT_STATE } from '../plan'
import { hallMap } from '../testing/hall'
import { contrastOf, inkOn, isDark, mixColors } from './color'
import { drawSeats } from './draw-seats'
import { readKey } from './keys'
import { type Context2D, createScene, type Scene, setSceneStates } from './scene'
import { placeTitles } from './section-titles'
import { aimAt, isAimable } from './target'
import { DARK_THEME, LIGHT_THEME } from './theme'

/** Writes down what is drawn instead of drawing it. */
function recorder(): { ctx: Context2D; calls: string[] } {
  const calls: string[] = []
  const properties: Record<string, unknown> = {}
  const ctx = new Proxy(properties, {
    get: (target, name: string) =>
      name in target
        ? target[name]
        : (...args: unknown[]) => calls.push([name, ...args.map(brief)].join(' ')),
    set: (target, name: string, value) => {
      target[name] = value
      if (name === 'fillStyle' || name === 'strokeStyle') calls.push(`${name} ${value}`)
      return true
    },
  })
  return { ctx: ctx as unknown as Context2D, calls }
}

const brief = (value: unknown) => (typeof value === 'number' ? value.toFixed(1) : String(value))

function drawn(scene: Scene, seats: number[], pxPerCm = 0.3): string[] {
  const { ctx, calls } = recorder()
  drawSeats(ctx, scene, { scale: pxPerCm, x: 0, y: 0 }, seats, pxPerCm)
  return calls
}

/** Without colours: what is left is shape. */
const shapeOf = (calls: string[]) =>
  calls.filter((call) => !/^(fillStyle|strokeStyle) /.test(call)).join('\n')

function sceneWith(seat: number, state: number, flags = 0): Scene {
  const map = hallMap()
  map.flags[seat] = flags
  const scene = createScene(map, DARK_THEME)
  setSceneStates(
    scene,
    Uint8Array.from({ length: map.seatCount }, (_, index) => (index === seat ? state : 0)),
  )
  return scene
}

describe('seats on the map', () => {
  const { free, held, sold, blocked } = SEAT_STATE

  it('differ by shape in every state, not by colour alone', () => {
    const shapes = [free, held, sold, blocked].map((state) => shapeOf(drawn(sceneWith(3, state), [3])))
    expect(new Set(shapes).size).toBe(4)
  })

  it('differ by shape for wheelchairs, companions and a restricted view, and outside the filter', () => {
    const flags = [0, SEAT_FLAG.wheelchair, SEAT_FLAG.companion, SEAT_FLAG.restrictedView]
    const shapes = flags.map((flag) => shapeOf(drawn(sceneWith(3, free, flag), [3], 0.5)))
    const filtered = sceneWith(3, free)
    filtered.wanted = new Set([1])
    expect(filtered.map.category[3]).toBe(0)
    expect(new Set([...shapes, shapeOf(drawn(filtered, [3], 0.5))]).size).toBe(5)
  })

  it('are smaller once taken even from so far that each is a speck', () => {
    const size = (state: number) =>
      drawn(sceneWith(3, state), [3], 0.05)
        .find((call) => call.startsWith('fillRect'))
        ?.split(' ')[3]
    expect(Number(size(sold))).toBeLessThan(Number(size(free)))
  })

  it('carry their number only from near', () => {
    const scene = sceneWith(3, free)
    expect(drawn(scene, [3], 0.2).join()).not.toContain('fillText')
    expect(drawn(scene, [3], 0.6).join()).toContain('fillText 4')
  })

  it('take the colour of their category', () => {
    const scene = sceneWith(3, free)
    expect(drawn(scene, [3])).toContain('fillStyle #e0a030')
    expect(drawn(scene, [15])).toContain('fillStyle #4a90d9')
  })
})

describe('aiming', () => {
  const scene = sceneWith(3, SEAT_STATE.free)
  const viewAt = (scale: number) => ({ scale, tx: 0, ty: 0 })
  const { x, y } = scene.map

  it('finds the seat under the pointer, and nothing in the aisle', () => {
    const at = { x: (x[3] as number) * 0.5 + 4, y: (y[3] as number) * 0.5 - 4 }
    expect(aimAt(scene, viewAt(0.5), at, 'mouse')).toBe(3)
    expect(aimAt(scene, viewAt(0.5), { x: 880 * 0.5, y: (y[3] as number) * 0.5 }, 'touch')).toBe(-1)
  })

  it('asks fingers to come nearer until seats are 24 pixels apart, a mouse much less', () => {
    expect(isAimable(scene, viewAt(23 / scene.pitchCm), 'touch')).toBe(false)
    expect(isAimable(scene, viewAt(24.1 / scene.pitchCm), 'touch')).toBe(true)
    expect(isAimable(scene, viewAt(12 / scene.pitchCm), 'mouse')).toBe(true)
  })
})

describe('the scene', () => {
  it('counts what is free in each section', () => {
    const scene = sceneWith(3, SEAT_STATE.sold)
    expect(scene.sections.map(({ freeCount }) => freeCount)).toEqual([29, 30])
  })

  it('places a section’s name outside every section', () => {
    const scene = sceneWith(3, SEAT_STATE.free)
    const { sections } = scene
    for (const title of placeTitles(scene)) {
      expect(title).not.toBeNull()
      const hit = sections.some(
        ({ box }) =>
          title && title.x > box.minX && title.x < box.maxX && title.y > box.minY && title.y < box.maxY,
      )
      expect(hit).toBe(false)
    }
  })
})

describe('colours', () => {
  it('mix, and stay as they are where they cannot be', () => {
    expect(mixColors('#000000', '#ffffff', 0.5)).toBe('#808080')
    expect(mixColors('oklch(0.5 0 0)', '#ffffff', 0.5)).toBe('oklch(0.5 0 0)')
  })

  it('get the ink that reads better on them', () => {
    expect(inkOn('#ffc531', '#000000', '#ffffff')).toBe('#000000')
    expect(inkOn('#435ce6', '#000000', '#ffffff')).toBe('#ffffff')
  })

  it('of sold and blocked seats are readable on every section in the dark', () => {
    const { sold, blocked, section } = DARK_THEME
    for (const color of CATEGORY_COLORS) {
      const fill = mixColors(section, color, 0.1)
      expect(contrastOf(sold, fill)).toBeGreaterThanOrEqual(3)
      expect(contrastOf(blocked, fill)).toBeGreaterThanOrEqual(3)
    }
  })

  it('tell a dark house from a light one', () => {
    expect([isDark(DARK_THEME.ground), isDark(LIGHT_THEME.ground)]).toEqual([true, false])
  })
})

describe('keys on the map', () => {
  const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
    readKey({ key, ctrlKey: false, altKey: false, metaKey: false, ...held })

  it('walk, choose and zoom', () => {
    expect(press('ArrowUp')).toEqual({ kind: 'walk', direction: 'up' })
    expect(press('Enter')).toEqual({ kind: 'choose' })
    expect(press(' ')).toEqual({ kind: 'choose' })
    expect(press('0')).toEqual({ kind: 'fit' })
  })

  it('leave the browser its own', () => {
    expect(press('Tab')).toBeNull()
    expect(press('+', { ctrlKey: true })).toBeNull()
    expect(press('ArrowLeft', { altKey: true })).toBeNull()
  })
})
