import { layFoot, layHead, laySpine } from '../lay-type'
import type { Composition } from '../sheet'
import {
  arc,
  clip,
  disc,
  line,
  mirror,
  n,
  polar,
  polygon,
  printOver,
  rect,
  rectPath,
  ring,
  sheetOf,
  turn,
  WIDTH,
} from '../svg'

/** A record, cut in two and slipped. */
export const drawGrooves: Composition = (sheet) => {
  const { random, inks } = sheet
  const ground = random.chance(0.5) ? inks.inkB : inks.paper
  const label = ground === inks.paper ? inks.inkB : inks.paper
  const { type, room } = layFoot(sheet, inks.inkA, { caps: true, cut: random.pick(['poster', 'narrow']) })
  const radius = random.between(250, 330)
  const [x, y] = [random.pick([190, 300, 420]), room.height * 0.5]
  const tracks = Array.from({ length: 11 }, (_, index) => radius * (0.36 + 0.057 * index))
  const record =
    disc(x, y, radius, inks.inkA) +
    tracks.map((each, index) => ring(x, y, each, index % 4 === 3 ? 6 : 1.6, ground)).join('') +
    line(arc(x, y, radius * 0.76, -62, -28), ground, radius * 0.3, 'opacity=".9"') +
    disc(x, y, radius * 0.3, label) +
    disc(x, y, 13, ground)
  const [tilt, slip] = [random.pick([-35, -18, 0, 22, 40]), random.pick([-1, 1]) * random.between(60, 110)]
  const half = (id: string, top: number, shift: number) =>
    turn(
      tilt,
      x,
      y,
      clip(
        id,
        rectPath({ x: -600, y: top, width: 1800, height: 900 }),
        `<g transform="translate(${n(shift)} 0)">${record}</g>`,
      ),
    )
  const picture = half(`${sheet.prefix}t`, y - 900, 0) + half(`${sheet.prefix}b`, y, slip)
  return sheetOf(ground) + clip(`${sheet.prefix}r`, rectPath(room), picture) + type
}

/** Rays from a low sun over a dark ground. */
export const drawRays: Composition = (sheet) => {
  const { random, inks } = sheet
  const style = { caps: true, stack: random.chance(0.6), cut: random.pick(['poster', 'narrow'] as const) }
  const { type, room } = layFoot(sheet, inks.paper, style, false)
  const edge = room.height
  const [x, y] = [random.pick([150, 300, 450]), edge - random.between(0, 90)]
  const count = random.pick([11, 13, 17])
  const rays = Array.from({ length: count }, (_, index) => {
    const from = 180 + (index * 180) / count
    return polygon([[x, y], polar(x, y, 1100, from), polar(x, y, 1100, from + 90 / count)])
  }).join('')
  const radius = random.between(130, 200)
  const sun = disc(x, y, radius, inks.inkB)
  const core = random.chance(0.5)
    ? disc(x, y, radius * 0.55, inks.inkA)
    : ring(x, y, radius * 0.62, 12, inks.inkA)
  const picture = `<path fill="${inks.inkA}" d="${rays}"/>${disc(x, y, radius + 26, inks.paper)}${sun}${core}`
  const sky = rect(0, 0, 600, edge, inks.paper)
  return sheetOf(inks.inkA) + clip(`${sheet.prefix}r`, rectPath(room), sky + picture) + type
}

/** Parallel bands that cross the sheet and take one turn upwards. */
export const drawRibbon: Composition = (sheet) => {
  const { random, inks } = sheet
  const ground = random.pick([inks.paper, inks.inkB])
  const other = ground === inks.paper ? inks.inkB : inks.paper
  const { type, room } = layFoot(sheet, inks.inkA, { cut: 'poster', share: 0.34 })
  const count = random.pick([4, 5, 6])
  const gap = random.pick([0, 7])
  const inner = random.between(40, 90)
  const width = Math.min(62, (room.height * 0.78 - inner) / count)
  const x = WIDTH - inner - count * width - random.between(24, 90)
  const foot = room.height - 8
  const bands = Array.from({ length: count }, (_, index) => {
    const radius = inner + (index + 0.5) * width
    const y = foot - (count - index - 0.5) * width
    const d = `M-20 ${n(y)}H${n(x)}A${n(radius)} ${n(radius)} 0 0 0 ${n(x + radius)} ${n(y - radius)}V-20`
    return line(d, index % 2 ? other : inks.inkA, width - gap)
  })
  const hollow = foot - count * width
  const ball = disc(x - random.between(20, 120), hollow * 0.45, Math.min(hollow * 0.36, 96), other)
  const body = bands.join('') + ball
  return sheetOf(ground) + (random.chance(0.5) ? mirror(WIDTH / 2, body) : body) + type
}

/** A sea of lines that swells towards the foot, and a moon printed over it. */
export const drawWaves: Composition = (sheet) => {
  const { random, inks } = sheet
  const { type, room } = layHead(sheet, inks.inkA, { cut: random.pick(['fine', 'poster']), share: 0.32 })
  const count = 15
  const first = room.y + room.height * 0.16
  const step = (room.y + room.height - first) / count
  const waves = Array.from({ length: count }, (_, index) => {
    const grown = index / count
    const length = 60 + 90 * grown
    const height = 10 + 46 * grown
    const start = -random.between(0, length * 2) - 10
    const crests = Math.ceil((620 - start) / length)
    const y = first + index * step
    return line(
      `M${n(start)} ${n(y)}q${n(length / 2)} ${n(-height)} ${n(length)} 0${`t${n(length)} 0`.repeat(crests)}`,
      inks.inkA,
      2 + 13 * grown,
    )
  })
  const moon = disc(
    random.pick([170, 300, 430]),
    first + room.height * 0.2,
    random.between(110, 160),
    inks.inkB,
  )
  return (
    sheetOf(inks.paper) +
    clip(`${sheet.prefix}r`, rectPath({ ...room, height: room.height - 8 }), waves.join('')) +
    printOver(moon) +
    type
  )
}

/** A tower of level bars, as seen from the mixing desk. */
export const drawLevels: Composition = (sheet) => {
  const { random, inks } = sheet
  const dark = random.chance(0.6)
  const [ground, ink] = dark ? [inks.inkA, inks.paper] : [inks.inkB, inks.inkA]
  const { type, room } = laySpine(sheet, ink, { caps: true, cut: 'narrow', share: 0.36 })
  const columns = random.pick([5, 6, 7])
  const pitch = (room.width - 34) / columns
  const bars = Array.from({ length: columns }, (_, column) => {
    const swing = Math.abs(Math.sin(column * random.between(0.8, 1.3) + 0.6))
    const height = room.height * (0.28 + 0.66 * swing)
    const x = room.x + column * pitch
    const solid = rect(x, room.height - height, pitch * 0.74, height, ink)
    return (
      solid +
      disc(x + pitch * 0.37, room.height - height - pitch * 0.5, pitch * 0.37, dark ? inks.inkB : inks.paper)
    )
  })
  return sheetOf(ground) + bars.join('') + type
}
