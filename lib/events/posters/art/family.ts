import { layFoot, layHead } from '../lay-type'
import type { Random } from '../random'
import type { Composition } from '../sheet'
import {
  blob,
  clip,
  disc,
  line,
  n,
  type Point,
  polar,
  polygon,
  rect,
  rectPath,
  shape,
  sheetOf,
  WIDTH,
} from '../svg'

/** One weed growing from a point in a direction, as scissors would cut it. */
function cutWeed(random: Random, [x, y]: Point, length: number, angle: number): string {
  const lobes = random.pick([3, 4])
  // Every lobe has a round end of two points and a deep, narrow notch after it.
  const side = (sign: number) =>
    Array.from({ length: lobes }, (_, lobe): Point[] => {
      const [from, step] = [lobe / lobes, 1 / lobes]
      const reach = length * (0.46 - 0.26 * from) * random.between(0.86, 1.1) * sign
      return [
        [(from + step * 0.62) * length, reach * 0.94],
        [(from + step * 0.98) * length, reach * 0.86],
        [(from + step * 0.84) * length, sign * length * 0.055],
      ]
    }).flat()
  const outline: Point[] = [
    [0, length * 0.045],
    ...side(1),
    [length * 1.16, length * 0.03],
    [length * 1.16, -length * 0.03],
    ...side(-1).reverse(),
    [0, -length * 0.045],
  ]
  const turned = outline.map(([px, py]): Point => {
    const [ax, ay] = polar(x, y, px, angle)
    return polar(ax, ay, py, angle + 90)
  })
  return blob(turned)
}

/** Leaves and weeds cut from paper with scissors. */
export const drawCutouts: Composition = (sheet) => {
  const { random, inks } = sheet
  const { type, room } = layFoot(sheet, inks.inkA, { cut: random.pick(['poster', 'fine']), share: 0.3 })
  const tiles = [
    { x: 0, y: 0, width: 330, height: room.height * 0.56 },
    { x: 330, y: 0, width: 270, height: room.height * 0.4 },
    { x: 330, y: room.height * 0.4, width: 270, height: room.height * 0.6 },
    { x: 0, y: room.height * 0.56, width: 330, height: room.height * 0.44 },
  ]
  const shift = random.whole(0, 3)
  const grounds = [inks.inkB, inks.inkA, inks.paper, inks.inkA]
  const cuts = [inks.inkA, inks.inkB, inks.inkA, inks.paper]
  const picture = tiles.map((tile, index) => {
    const k = (index + shift) % 4
    const long = Math.min(tile.width, tile.height)
    const [cx, cy] = [tile.x + tile.width / 2, tile.y + tile.height / 2]
    const angle = -90 + random.between(-34, 34)
    const root = polar(cx, cy, -long * 0.5, angle)
    return (
      rect(tile.x, tile.y, tile.width, tile.height, grounds[k]!) +
      shape(cutWeed(random, root, long * 0.86, angle), cuts[k]!)
    )
  })
  return sheetOf(inks.paper) + picture.join('') + type
}

/** Hills behind hills, ploughed in different directions, and the sun. */
export const drawHills: Composition = (sheet) => {
  const { random, inks } = sheet
  const ground = random.chance(0.5) ? inks.inkB : inks.paper
  const { type, room } = layHead(sheet, inks.inkA, { cut: random.pick(['poster', 'narrow']), share: 0.3 })
  const bottom = room.y + room.height
  const sun = disc(
    random.between(180, 420),
    room.y + room.height * 0.3,
    random.between(84, 120),
    ground === inks.paper ? inks.inkB : inks.paper,
  )
  const hill = (index: number, x: number, top: number, radius: number, fill: string, stripe: string) => {
    const outline = `M${n(x - radius)} ${n(bottom)}A${n(radius)} ${n(bottom - top)} 0 0 1 ${n(x + radius)} ${n(bottom)}z`
    const rows = Array.from({ length: 9 }, (_, row) => {
      const share = (row + 1) / 10
      return `M${n(x + (row - 4) * 14)} ${n(top)}Q${n(x + (share - 0.5) * radius)} ${n(top + 70)} ${n(x + (share - 0.5) * radius * 2.6)} ${n(bottom)}`
    }).join('')
    return shape(outline, fill) + clip(`${sheet.prefix}h${index}`, outline, line(rows, stripe, 5))
  }
  const light = ground === inks.paper ? inks.inkB : inks.paper
  const picture =
    hill(0, random.between(80, 180), room.y + room.height * 0.4, 330, inks.inkA, ground) +
    hill(1, random.between(430, 540), room.y + room.height * 0.52, 310, light, inks.inkA) +
    hill(2, random.between(180, 320), room.y + room.height * 0.72, 400, inks.inkA, light)
  return sheetOf(ground) + sun + clip(`${sheet.prefix}r`, rectPath(room), picture) + type
}

/** Building blocks: discs, halves and squares in a heap that holds. */
export const drawBlocks: Composition = (sheet) => {
  const { random, inks } = sheet
  const { type, room } = layFoot(sheet, inks.inkA, { cut: 'poster', share: 0.34 })
  const [columns, rows] = [4, Math.max(3, Math.floor(room.height / 150))]
  const [w, h] = [WIDTH / columns, room.height / rows]
  const r = Math.min(w, h) / 2
  const cells = Array.from({ length: columns * rows }, (_, index) => {
    const [x, y] = [(index % columns) * w, Math.floor(index / columns) * h]
    const [ground, ink] = random.pick([
      [inks.inkA, inks.inkB],
      [inks.inkB, inks.inkA],
      [inks.paper, inks.inkA],
      [inks.paper, inks.inkB],
      [inks.inkA, inks.paper],
    ] as const)
    const [cx, cy] = [x + w / 2, y + h / 2]
    const forms = [
      () => disc(cx, cy, r * 0.96, ink),
      () =>
        shape(
          polygon([
            [x, y + h],
            [x + w, y + h],
            random.pick([
              [x, y],
              [x + w, y],
              [cx, y],
            ] as Point[]),
          ]),
          ink,
        ),
      () => shape(`M${n(x)} ${n(y + h)}A${n(w)} ${n(h)} 0 0 1 ${n(x + w)} ${n(y)}V${n(y + h)}z`, ink),
      () => shape(`M${n(x)} ${n(y)}A${n(w / 2)} ${n(h)} 0 0 0 ${n(x + w)} ${n(y)}z`, ink),
      () =>
        disc(cx, cy, r * 0.9, ink) + disc(cx, cy, r * 0.62, ground) + disc(cx + r * 0.2, cy, r * 0.3, ink),
      () => [0.12, 0.4, 0.68].map((share) => rect(x, y + h * share, w, h * 0.15, ink)).join(''),
    ]
    return rect(x, y, w + 0.3, h + 0.3, ground) + random.pick(forms)()
  })
  return sheetOf(inks.paper) + cells.join('') + type
}
