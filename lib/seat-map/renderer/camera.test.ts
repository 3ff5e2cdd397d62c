import { describe, expect, it } from 'vitest'
import { fitBox } from '../view'
import { createCamera } from './camera'

const viewport = { width: 400, height: 800, insets: { top: 0, right: 0, bottom: 0, left: 0 } }
const content = { minX: 0, minY: 0, maxX: 8_000, maxY: 16_000 }
const limits = { minScale: 0.04, maxScale: 1, content }
const whole = fitBox(content, viewport, 0)
const near = { scale: 0.5, tx: -1_000, ty: -2_000 }

function cameraAtWhole(isMotionReduced = false) {
  const camera = createCamera(viewport, limits, () => isMotionReduced)
  camera.set(whole)
  return camera
}

describe('the camera', () => {
  it('glides to where it is sent, is on the way in between, and then stands still', () => {
    const camera = cameraAtWhole()
    camera.glideTo(near, 1_000)
    expect(camera.destination()).toEqual(near)
    expect(camera.step(1_050)).toBe(true)
    expect(camera.view.scale).toBeGreaterThan(whole.scale)
    expect(camera.view.scale).toBeLessThan(near.scale)
    expect(camera.step(1_400)).toBe(false)
    expect(camera.view).toEqual(near)
  })

  it('is there at once, and never coasts, where motion is reduced', () => {
    const camera = cameraAtWhole(true)
    camera.glideTo(near, 1_000)
    expect(camera.view).toEqual(near)
    camera.fling(2, 0, 1_000)
    expect(camera.step(1_016)).toBe(false)
  })

  it('coasts on ever more slowly after a throw, and comes to rest', () => {
    const camera = cameraAtWhole()
    camera.set(near)
    camera.fling(-0.5, 0, 0)
    let steps = 0
    let last = camera.view.tx
    let lastMove = Infinity
    for (let now = 16; camera.step(now); now += 16) {
      const move = last - camera.view.tx
      expect(move).toBeLessThanOrEqual(lastMove)
      expect(move).toBeGreaterThan(0)
      last = camera.view.tx
      lastMove = move
      steps++
    }
    expect(steps).toBeGreaterThan(10)
    expect(steps).toBeLessThan(120)
  })

  it('stops at the edge of the plan, and when someone takes hold of it', () => {
    const camera = cameraAtWhole()
    camera.set(near)
    camera.fling(50, 50, 0)
    for (let now = 16; camera.step(now); now += 16) expect(now).toBeLessThan(1_000)
    expect(camera.view.tx).toBeLessThanOrEqual(viewport.width)
    camera.fling(-1, 0, 2_000)
    camera.stop()
    expect(camera.step(2_016)).toBe(false)
  })
})
