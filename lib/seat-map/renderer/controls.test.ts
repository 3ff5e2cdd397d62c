import { beforeEach, describe, expect, it } from 'vitest'
import { SEAT_STATE } from '../plan'
import { hallMap } from '../testing/hall'
import { fitBox, toScreen, type Viewport } from '../view'
import { type Camera, createCamera } from './camera'
import { Controls } from './controls'
import { Keyboard } from './keyboard'
import { LassoTool } from './lasso-tool'
import { Pointer } from './pointer'
import { createScene, type Scene, setSceneStates } from './scene'
import { DARK_THEME } from './theme'

const viewport: Viewport = { width: 1000, height: 800, insets: { top: 0, right: 0, bottom: 0, left: 0 } }
const map = hallMap()

let scene: Scene
let camera: Camera
let controls: Controls
let pointer: Pointer
let keyboard: Keyboard
let marks: { hovered: number; focused: number }
let told: string[]

function open(isMotionReduced = true): void {
  scene = createScene(map, DARK_THEME)
  const limits = { minScale: 0.05, maxScale: 64 / scene.pitchCm, content: scene.content }
  camera = createCamera(viewport, limits, () => isMotionReduced)
  camera.set(fitBox(scene.content, viewport, 20))
  marks = { hovered: -1, focused: -1 }
  told = []
  controls = new Controls(
    {
      ...{ scene, camera, marks },
      moved() {},
      showBox: (box) => camera.set(fitBox(box, viewport, 20)),
      setCursor() {},
    },
    {
      onChoose: (index) => told.push(`choose ${map.label(index)}`),
      onFocus: (index) => index >= 0 && told.push(`focus ${map.label(index)}`),
      onNear: () => told.push('near'),
      onHelp: () => told.push('help'),
    },
  )
  pointer = new Pointer(controls)
  keyboard = new Keyboard(controls)
  controls.tool = new LassoTool(controls.target, {
    onLasso: (seats) => told.push(`lasso ${seats.map((seat) => map.label(seat)).join(' ')}`),
    onReady: (isReady) => told.push(isReady ? 'lasso up' : 'lasso down'),
  })
}

const seat = (label: string) => map.indexOf(label)
const spot = (label: string) =>
  toScreen(camera.view, { x: map.x[seat(label)] as number, y: map.y[seat(label)] as number })

/** Drags around the seats, a few pixels outside of them. */
function loopAround(first: string, last: string): void {
  const [from, to] = [spot(first), spot(last)]
  const edge = { left: from.x - 6, top: from.y - 6, right: to.x + 6, bottom: to.y + 6 }
  pointer.onTrace({ x: edge.left, y: edge.top })
  pointer.onTrace({ x: edge.right, y: edge.top })
  pointer.onTrace({ x: edge.right, y: edge.bottom })
  pointer.onTrace({ x: edge.left, y: edge.bottom })
}

beforeEach(() => open())

describe('the keyboard', () => {
  it('goes on from the seat that had the focus before the canvas lost it', () => {
    controls.focusSeat(seat('Left-2-4'))
    controls.focusSeat(-1)
    keyboard.resumeFocus()
    expect(marks.focused).toBe(seat('Left-2-4'))
    keyboard.onKey({ kind: 'walk', direction: 'right' })
    expect(marks.focused).toBe(seat('Left-2-5'))
  })

  it('goes on from a seat that was tapped, or that the list had', () => {
    camera.set(fitBox(scene.content, viewport, 20))
    pointer.onTap(spot('Right-1-3'), 'mouse', false)
    keyboard.onKey({ kind: 'walk', direction: 'left' })
    expect(marks.focused).toBe(seat('Right-1-2'))
    controls.focusSeat(-1)
    controls.remember(seat('Left-3-3'))
    keyboard.onKey({ kind: 'walk', direction: 'up' })
    expect(marks.focused).toBe(seat('Left-2-3'))
  })

  it('chooses nothing that has not been seen to have the focus', () => {
    controls.remember(seat('Left-3-3'))
    keyboard.onKey({ kind: 'choose' })
    expect(told).toEqual(['focus Left-3-3'])
    keyboard.onKey({ kind: 'choose' })
    expect(told.at(-1)).toBe('choose Left-3-3')
  })

  it('steps from section to section', () => {
    controls.focusSeat(seat('Left-1-1'))
    keyboard.onKey({ kind: 'section', step: 1 })
    expect(map.label(marks.focused)).toMatch(/^Right-/)
  })

  it('keeps the seat it comes to on screen', () => {
    controls.focusSeat(seat('Left-1-1'))
    controls.zoomBy(100)
    keyboard.onKey({ kind: 'row-end', end: 'last' })
    const { x, y } = spot('Left-1-10')
    expect(x).toBeGreaterThan(100)
    expect(x).toBeLessThan(900)
    expect(y).toBeGreaterThan(100)
    expect(y).toBeLessThan(700)
  })
})

describe('a tap', () => {
  it('comes nearer where seats are too small to aim at, and says so', () => {
    camera.set({ ...camera.view, scale: 0.1 })
    pointer.onTap(spot('Left-1-1'), 'touch', false)
    expect(told).toEqual(['near'])
    expect(camera.view.scale * scene.pitchCm).toBeGreaterThanOrEqual(24)
  })

  it('on nothing just comes closer: there is nothing to aim at yet', () => {
    camera.set({ scale: 0.06, tx: 400, ty: 300 })
    pointer.onTap({ x: 400, y: 300 }, 'touch', false)
    expect(told).toEqual([])
    expect(camera.view.scale).toBeCloseTo(0.15)
  })

  it('brings what it meant to where nothing stands over the map', () => {
    camera.set({ scale: 0.1, tx: -20, ty: 600 })
    pointer.onTap(spot('Left-1-1'), 'touch', false)
    expect(spot('Left-1-1').x).toBeGreaterThanOrEqual(299)
    expect(spot('Left-1-1').y).toBeLessThanOrEqual(641)
  })

  it('that is the second of two chooses nothing while the map still comes nearer', () => {
    open(false)
    camera.set({ ...camera.view, scale: 0.1 })
    pointer.onTap(spot('Left-1-1'), 'touch', false)
    camera.step(performance.now() + 100)
    pointer.onGrab()
    pointer.onTap(spot('Left-1-1'), 'touch', true)
    expect(told).toEqual(['near'])
    camera.step(performance.now() + 1_000)
    expect(camera.view.scale * scene.pitchCm).toBeGreaterThanOrEqual(24)
  })

  it('that is the second on one seat does not give it back at once', () => {
    pointer.onTap(spot('Left-1-1'), 'mouse', false)
    pointer.onTap(spot('Left-1-1'), 'mouse', true)
    expect(told).toEqual(['choose Left-1-1'])
  })
})

describe('the lasso', () => {
  it('tells the free seats inside, and is put down', () => {
    const states = new Uint8Array(map.seatCount)
    states[seat('Left-1-2')] = SEAT_STATE.sold
    setSceneStates(scene, states)
    keyboard.onKey({ kind: 'lasso' })
    expect(pointer.isTracing('mouse', false)).toBe(true)
    loopAround('Left-1-1', 'Left-2-2')
    pointer.onTraceEnd(true)
    expect(told).toEqual(['lasso up', 'lasso down', 'lasso Left-1-1 Left-2-1 Left-2-2'])
    expect(pointer.isTracing('mouse', false)).toBe(false)
  })

  it('is there with a mouse and Shift, and not for a finger that holds nothing', () => {
    expect(pointer.isTracing('mouse', true)).toBe(true)
    expect(pointer.isTracing('touch', true)).toBe(false)
  })

  it('leaves out what the filter hides and what is the fan’s already', () => {
    scene.wanted = new Set([1])
    scene.mine = new Set([seat('Left-2-1')])
    loopAround('Left-1-1', 'Left-2-2')
    pointer.onTraceEnd(true)
    expect(told).toEqual(['lasso Left-2-2'])
  })

  it('is broken off by Escape, whatever the pointer does until it is lifted', () => {
    loopAround('Left-1-1', 'Left-2-2')
    keyboard.onKey({ kind: 'cancel' })
    loopAround('Left-1-1', 'Left-2-2')
    pointer.onTraceEnd(true)
    expect(told).toEqual([])
    loopAround('Left-1-1', 'Left-1-2')
    pointer.onTraceEnd(true)
    expect(told).toEqual(['lasso Left-1-1 Left-1-2'])
  })

  it('is broken off by a second finger', () => {
    loopAround('Left-1-1', 'Left-2-2')
    pointer.onTraceEnd(false)
    expect(told).toEqual([])
  })

  it('is nothing to a map without the tool: dragging moves it', () => {
    controls.tool = null
    expect(pointer.isTracing('mouse', true)).toBe(false)
    keyboard.onKey({ kind: 'lasso' })
    keyboard.onKey({ kind: 'cancel' })
    expect(told).toEqual([])
  })
})
