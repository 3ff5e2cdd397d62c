import { layFoot, layHead } from '../lay-type'
import type { Composition } from '../sheet'
import {
  arc,
  blob,
  clip,
  disc,
  line,
  mirror,
  n,
  type Point,
  polar,
  polygon,
  printOver,
  rect,
  rectPath,
  shape,
  sheetOf,
  WIDTH,
} from '../svg'

/** A bird of circles and their quarters. */
export const drawBird: Composition = (sheet) => {
  const { random, inks } = sheet
  const ground = random.chance(0.5) ? inks.inkB : inks.paper
  const bright = ground === inks.paper ? inks.inkB : inks.paper
  const { type, room } = layFoot(sheet, inks.inkA, { cut: 'poster', share: 0.32 })
  const u = Math.min(room.height / 4.4, 122)
  const floor = room.height - 6
  const [x, y] = [WIDTH / 2 + u * 0.2, floor - u * 0.8]
  const body = `M${n(x - 1.5 * u)} ${n(y - 1.5 * u)}A${n(1.5 * u)} ${n(1.5 * u)} 0 0 0 ${n(x + 1.5 * u)} ${n(y - 1.5 * u)}z`
  const tail = `M${n(x - 1.5 * u)} ${n(y - 1.5 * u)}h${n(-u)}A${n(u)} ${n(u)} 0 0 0 ${n(x - 1.5 * u)} ${n(y - 0.5 * u)}z`
  const wing = `M${n(x - 0.8 * u)} ${n(y - 1.5 * u)}A${n(0.9 * u)} ${n(0.9 * u)} 0 0 0 ${n(x + u)} ${n(y - 1.5 * u)}z`
  const head: Point = [x + 0.8 * u, y - 2.2 * u]
  const beak = polygon([
    [head[0] + 0.5 * u, head[1] - 0.34 * u],
    [head[0] + 1.35 * u, head[1] + 0.1 * u],
    [head[0] + 0.5 * u, head[1] + 0.34 * u],
  ])
  const legs = [-0.3, 0.3]
    .map((dx) => `M${n(x + dx * u)} ${n(y - 0.1 * u)}V${n(floor)}h${n(0.34 * u)}`)
    .join('')
  const crest = [-0.35, 0, 0.35]
    .map((dx) => disc(head[0] + dx * u, head[1] - 0.86 * u + Math.abs(dx) * 0.5 * u, 0.15 * u, inks.inkA))
    .join('')
  const stripes = Array.from({ length: 3 }, (_, index) =>
    arc(x + 0.1 * u, y - 1.5 * u, (0.3 + index * 0.22) * u, 8, 172),
  ).join('')
  const bird =
    line(legs, inks.inkA, 0.09 * u) +
    shape(tail, bright) +
    shape(body, inks.inkA) +
    shape(wing, bright) +
    line(stripes, inks.inkA, 0.06 * u) +
    shape(beak, bright) +
    disc(head[0], head[1], 0.72 * u, inks.inkA) +
    disc(head[0] + 0.16 * u, head[1] - 0.08 * u, 0.27 * u, inks.paper) +
    disc(head[0] + 0.22 * u, head[1] - 0.08 * u, 0.12 * u, inks.inkA) +
    crest
  return sheetOf(ground) + (random.chance(0.5) ? mirror(WIDTH / 2, bird) : bird) + type
}

/** A whale under its own weather. */
export const drawWhale: Composition = (sheet) => {
  const { random, inks } = sheet
  const { type, room } = layHead(sheet, inks.inkA, { cut: 'poster', share: 0.32 })
  const sea = room.y + room.height * 0.72
  const [x, radius] = [WIDTH * 0.38, Math.min(190, room.height * 0.42)]
  const back = `M${n(x - radius)} ${n(sea)}A${n(radius)} ${n(radius)} 0 0 1 ${n(x + radius)} ${n(sea)}z`
  const stem: Point = [x + radius * 1.5, sea - radius * 0.62]
  const tail = `M${n(x + radius * 0.7)} ${n(sea)}Q${n(x + radius * 1.45)} ${n(sea)} ${n(stem[0] - 14)} ${n(stem[1])}h28Q${n(x + radius * 1.75)} ${n(sea)} ${n(x + radius * 1.3)} ${n(sea + 20)}z`
  const fluke = (side: number) =>
    `M${n(stem[0])} ${n(stem[1] + 16)}Q${n(stem[0] + side * 20)} ${n(stem[1] - 60)} ${n(stem[0] + side * 96)} ${n(stem[1] - 62)}Q${n(stem[0] + side * 84)} ${n(stem[1] + 8)} ${n(stem[0])} ${n(stem[1] + 16)}z`
  const spout = [22, 46, 70]
    .flatMap((r) => [
      arc(x - 30 - r, sea - radius - 12, r, 180 + 20, 360),
      arc(x - 30 + r, sea - radius - 12, r, 180, 340),
    ])
    .join('')
  const waves = Array.from({ length: 4 }, (_, row) => {
    const y = sea + 4 + row * (room.y + room.height - sea) * 0.25
    return line(
      `M${n(-40 - row * 23)} ${n(y)}q25 -22 50 0${'t50 0'.repeat(15)}`,
      row % 2 ? inks.both : inks.inkA,
      13,
    )
  })
  const water = rect(0, sea, WIDTH, room.y + room.height - sea, inks.inkB)
  const belly = clip(
    `${sheet.prefix}b`,
    back,
    Array.from({ length: 5 }, (_, i) =>
      line(arc(x - radius * 0.5, sea + radius * 0.5, radius * (0.6 + i * 0.1), 200, 330), inks.inkB, 5),
    ).join(''),
  )
  const eye =
    disc(x - radius * 0.55, sea - radius * 0.34, 15, inks.paper) +
    disc(x - radius * 0.55 - 3, sea - radius * 0.34, 7, inks.inkA)
  const body =
    line(spout, inks.inkB, 9, 'stroke-linecap="round"') +
    [tail, fluke(-1), fluke(1), back].map((d) => shape(d, inks.inkA)).join('') +
    belly +
    eye
  return (
    sheetOf(inks.paper) +
    (random.chance(0.5) ? mirror(WIDTH / 2, body) : body) +
    clip(
      `${sheet.prefix}w`,
      rectPath({ x: 0, y: sea - 30, width: WIDTH, height: room.y + room.height - sea + 30 }),
      water + waves.join(''),
    ) +
    type
  )
}

/** Leaves and weeds cut from paper with scissors. */
export const drawCutouts: Composition = (sheet) => {
  const { random, inks } = sheet
  const { type, room } = layFoot(sheet, inks.inkA, { cut: random.pick(['poster', 'fine']), share: 0.3 })
  const weed = (x: number, y: number, length: number, angle: number) => {
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
    const [sx, sy] = polar(cx, cy, -long * 0.5, angle)
    return (
      rect(tile.x, tile.y, tile.width, tile.height, grounds[k]!) +
      shape(weed(sx, sy, long * 0.86, angle), cuts[k]!)
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
  return sheetOf(inks.paper) + printOver('') + cells.join('') + type
}
