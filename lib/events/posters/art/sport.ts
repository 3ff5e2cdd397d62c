import { layFoot, layHead } from '../lay-type'
import type { Composition } from '../sheet'
import {
  arc,
  circlePath,
  clip,
  disc,
  HEIGHT,
  line,
  n,
  polygon,
  rect,
  rectPath,
  ring,
  shape,
  sheetOf,
  turn,
  WIDTH,
} from '../svg'

/** The markings of a pitch from high above, and where the ball is. */
export const drawPitch: Composition = (sheet) => {
  const { random, inks } = sheet
  const style = {
    caps: true,
    stack: random.chance(0.7),
    cut: random.pick(['poster', 'narrow'] as const),
    share: 0.4,
  }
  const { type, room } = layFoot(sheet, inks.paper, style, false)
  const [x, y] = [random.between(160, 440), room.height * random.between(0.4, 0.6)]
  const radius = random.between(150, 200)
  const marks =
    line(`M${n(x)} -900V1700`, inks.inkA, 11) +
    ring(x, y, radius, 11, inks.inkA) +
    disc(x, y, 17, inks.inkA) +
    line(
      `M${n(x + radius * 2)} ${n(y - 190)}h900M${n(x + radius * 2)} ${n(y - 190)}v380h900M${n(x - radius * 2)} ${n(y - 190)}h-900M${n(x - radius * 2)} ${n(y - 190)}v380h-900`,
      inks.inkA,
      11,
    )
  const mown = Array.from({ length: 9 }, (_, index) =>
    rect(x - 900 + index * 200, y - 900, 100, 1800, inks.paper),
  ).join('')
  const field = turn(random.pick([-38, -24, 24, 38]), x, y, `<g opacity=".28">${mown}</g>${marks}`)
  const ball = disc(x + random.between(-130, 130), y - random.between(40, 130), 46, inks.paper)
  const picture = rect(0, 0, WIDTH, room.height, inks.inkB) + field + ball
  return sheetOf(inks.inkA) + clip(`${sheet.prefix}r`, rectPath(room), picture) + type
}

/** The bend of a running track, its lanes numbered. */
export const drawLanes: Composition = (sheet) => {
  const { random, inks } = sheet
  const { type, room } = layHead(sheet, inks.inkA, { caps: true, stack: true, cut: 'narrow', share: 0.34 })
  const lanes = random.pick([5, 6])
  const [top, bottom] = [room.y, room.y + room.height]
  const width = (room.height * 0.86) / lanes
  const bendX = random.between(230, 320)
  const tracks = Array.from({ length: lanes }, (_, index) => {
    const y = top + width * (index + 0.5)
    const radius = width * (lanes - index - 0.5) + 40
    const d = `M-20 ${n(y)}H${n(bendX)}A${n(radius)} ${n(radius)} 0 0 1 ${n(bendX + radius)} ${n(y + radius)}V${HEIGHT}`
    const number = sheet.type.set(String(lanes - index), 30 + index * 26, y + width * 0.27, {
      cut: 'narrow',
      size: width * 0.82,
      fill: inks.paper,
    })
    return line(d, index % 2 ? inks.inkB : inks.inkA, width - 5) + (index % 2 ? '' : number)
  })
  return (
    sheetOf(inks.paper) +
    clip(
      `${sheet.prefix}r`,
      rectPath({ x: 0, y: top, width: WIDTH, height: bottom - top }),
      tracks.join(''),
    ) +
    type
  )
}

/** Two sides, one line between them. */
export const drawVersus: Composition = (sheet) => {
  const { random, inks } = sheet
  const style = {
    caps: true,
    stack: random.chance(0.5),
    cut: random.pick(['poster', 'narrow'] as const),
    share: 0.36,
  }
  const { type, room } = layFoot(sheet, inks.paper, style, false)
  const [x, y] = [WIDTH / 2, room.height / 2]
  const radius = Math.min(room.height * 0.38, 210)
  const tilt = random.pick([-58, -42, 42, 58])
  const slip = random.between(0.25, 0.5) * radius
  const side = (id: string, sign: 1 | -1, ground: string, ink: string) => {
    const half = { x: x - 900, y: sign === 1 ? y : y - 900, width: 1800, height: 900 }
    const rings = [1, 0.7, 0.4]
      .map((share, index) => disc(x + sign * slip, y, radius * share, index % 2 ? ground : ink))
      .join('')
    return clip(id, rectPath(half), rect(half.x, half.y, half.width, half.height, ground) + rings)
  }
  const both =
    side(`${sheet.prefix}a`, 1, inks.inkB, inks.inkA) + side(`${sheet.prefix}b`, -1, inks.paper, inks.inkA)
  return sheetOf(inks.inkA) + clip(`${sheet.prefix}r`, rectPath(room), turn(tilt, x, y, both)) + type
}

/** A ball at full speed, leaving its path behind. */
export const drawVolley: Composition = (sheet) => {
  const { random, inks } = sheet
  const dark = random.chance(0.5)
  const [ground, ink, bright] = dark ? [inks.inkA, inks.paper, inks.inkB] : [inks.inkB, inks.inkA, inks.paper]
  const { type, room } = layFoot(sheet, ink, { caps: true, cut: 'narrow', stack: true, share: 0.36 }, false)
  const radius = random.between(96, 130)
  const [x, y] = [WIDTH - radius - 40, radius + 44]
  const streaks = Array.from({ length: 8 }, (_, index) => {
    const offset = -radius + (radius * 2 * (index + 0.5)) / 8
    const start = Math.sqrt(radius * radius - offset * offset) * 0.2
    return rect(
      x - 1100 - random.between(0, 90),
      y + offset - radius * 0.075,
      1100 - start + random.between(-60, 0),
      radius * 0.15,
      index % 3 === 1 ? bright : ink,
    )
  })
  const seam = line(
    arc(x - radius * 1.25, y, radius, -60, 60) + arc(x + radius * 1.25, y, radius, 120, 240),
    ground,
    9,
  )
  const ball = disc(x, y, radius, bright) + clip(`${sheet.prefix}o`, circlePath(x, y, radius), seam)
  const angle = -Math.round((Math.atan2(room.height - y, x) * 180) / Math.PI) * 0.96
  return (
    sheetOf(ground) +
    clip(`${sheet.prefix}r`, rectPath(room), turn(angle, x, y, streaks.join('') + ball)) +
    type
  )
}

/** Pennants in the stand. */
export const drawPennants: Composition = (sheet) => {
  const { random, inks } = sheet
  const { type, room } = layHead(sheet, inks.paper, {
    caps: true,
    stack: true,
    cut: random.pick(['poster', 'narrow']),
    share: 0.4,
  })
  const [columns, rows] = [random.pick([3, 4]), random.pick([3, 4])]
  const [w, h] = [WIDTH / columns, room.height / rows]
  const colours = [inks.inkB, inks.paper]
  const flags = Array.from({ length: columns * rows }, (_, index) => {
    const [column, row] = [index % columns, Math.floor(index / columns)]
    const [x, y] = [column * w, room.y + row * h]
    const right = (row + column) % 2 === 0
    const points = right
      ? ([
          [x, y],
          [x + w, y + h / 2],
          [x, y + h],
        ] as const)
      : ([
          [x + w, y],
          [x, y + h / 2],
          [x + w, y + h],
        ] as const)
    return shape(polygon(points), colours[(row + (random.chance(0.2) ? 1 : 0)) % 2]!)
  })
  return sheetOf(inks.inkA) + flags.join('') + type
}
