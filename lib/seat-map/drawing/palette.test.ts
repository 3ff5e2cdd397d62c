import { describe, expect, it } from 'vitest'
import { CATEGORY_COLORS, makeCategories } from './palette'

/** Linear-light RGB as seen by each kind of eye: Machado, Oliveira and Fernandes (2009), full severity. */
const EYES: Record<string, readonly (readonly number[])[]> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

function linearOf(hex: string): number[] {
  return [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
}

function luminanceOf(hex: string): number {
  const [r = 0, g = 0, b = 0] = linearOf(hex)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** CIE Lab of a colour as one kind of eye sees it. */
function labOf(hex: string, eye: readonly (readonly number[])[]): number[] {
  const source = linearOf(hex)
  const seen = eye.map((row) => {
    const value = row.reduce((sum, weight, at) => sum + weight * (source[at] ?? 0), 0)
    return Math.min(1, Math.max(0, value))
  })
  const [r = 0, g = 0, b = 0] = seen
  const curve = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)
  const x = curve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505)
  const y = curve(0.2126 * r + 0.7152 * g + 0.0722 * b)
  const z = curve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

describe('the category colours', () => {
  it.each(Object.keys(EYES))('stay apart for %s eyes', (name) => {
    const labs = CATEGORY_COLORS.map((color) => labOf(color, EYES[name] ?? []))
    for (const [i, a] of labs.entries()) {
      for (const b of labs.slice(i + 1)) {
        expect(Math.hypot(...a.map((value, at) => value - (b[at] ?? 0)))).toBeGreaterThan(20)
      }
    }
  })

  it.each(['#0b0b0f', '#f1ede3'])('stand out from the ground %s by 3 to 1', (ground) => {
    for (const color of CATEGORY_COLORS) {
      const [low = 0, high = 0] = [luminanceOf(color), luminanceOf(ground)].sort((a, b) => a - b)
      expect((high + 0.05) / (low + 0.05)).toBeGreaterThan(3)
    }
  })

  it('give every category an id of its own, beyond eight as well', () => {
    const categories = makeCategories(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'])
    expect(new Set(categories.map(({ id }) => id)).size).toBe(9)
    expect(categories[8]?.color).toBe(CATEGORY_COLORS[0])
  })
})
