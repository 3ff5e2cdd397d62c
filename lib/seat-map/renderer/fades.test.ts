import { describe, expect, it } from 'vitest'
import { hallMap } from '../testing/hall'
import { Fades } from './fades'
import { type Context2D, createScene, setSceneStates } from './scene'
import { DARK_THEME } from './theme'

const EVERYWHERE = { minX: 0, minY: 0, maxX: 65_535, maxY: 65_535 }
const NEAR = 0.5

function open(scale = NEAR) {
  const scene = createScene(hallMap(), DARK_THEME)
  const fades = new Fades()
  const change = (seats: number[], state: number, now: number, box = EVERYWHERE) => {
    const before = scene.states
    const states = before.slice()
    for (const index of seats) states[index] = state
    setSceneStates(scene, states, seats)
    fades.take(scene, before, seats, box, scale, now)
  }
  const draw = (now: number) => {
    const seen = { alphas: [] as number[], fills: [] as unknown[] }
    const target = {
      set globalAlpha(alpha: number) {
        seen.alphas.push(alpha)
      },
      set fillStyle(fill: unknown) {
        seen.fills.push(fill)
      },
    }
    const ctx = new Proxy(target, {
      get: () => () => {},
    }) as unknown as Context2D
    return { ...seen, isMoving: fades.draw(ctx, scene, { scale, x: 0, y: 0 }, scale, now) }
  }
  return { scene, change, draw }
}

describe('a seat that changes', () => {
  it('shows its old look for a moment, less and less', () => {
    const { scene, change, draw } = open()
    change([3], 2, 1_000)
    const [first, later] = [draw(1_010), draw(1_150)]
    const color = scene.map.categories[scene.map.category[3] as number]?.color
    expect(first.fills).toContain(color)
    expect(first.alphas[0]).toBeGreaterThan(0.9)
    expect(later.alphas[0]).toBeLessThan(0.2)
    expect(draw(1_200)).toEqual({ alphas: [], fills: [], isMoving: false })
  })

  it('asks for frames only while it fades', () => {
    const { change, draw } = open()
    change([3], 2, 1_000)
    expect([draw(1_100).isMoving, draw(1_300).isMoving]).toEqual([true, false])
  })

  it('jumps where it is not seen singly, or not at all, or did not change', () => {
    const far = open(0.05)
    far.change([3], 2, 1_000)
    expect(far.draw(1_010).isMoving).toBe(false)
    const outside = open()
    outside.change([3], 2, 1_000, { minX: 0, minY: 0, maxX: 1, maxY: 1 })
    outside.change([4], 0, 1_000)
    expect(outside.draw(1_010).isMoving).toBe(false)
  })

  it('jumps in a rush, and fades again after it', () => {
    const { change, draw } = open()
    for (let batch = 0; batch < 10; batch++) change([0, 1, 2, 3, 4, 5], (batch % 2) + 1, 1_000 + batch * 50)
    expect(draw(1_460).isMoving).toBe(false)
    change([3], 0, 3_000)
    expect(draw(3_010).isMoving).toBe(true)
  })
})
