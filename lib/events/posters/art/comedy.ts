import { layFoot, layHead } from '../lay-type'
import type { Composition } from '../sheet'
import {
  arc,
  at,
  blob,
  clip,
  disc,
  line,
  MARGIN,
  mirror,
  n,
  type Point,
  polar,
  ring,
  shape,
  sheetOf,
  turn,
  WIDTH,
} from '../svg'
import { breakLines, splitPieces } from '../type/break-lines'
import { canSet } from '../type/letterforms'

/** A laugh with nothing around it. */
export const drawGrin: Composition = (sheet) => {
  const { random, inks } = sheet
  const { type, room } = layHead(sheet, inks.inkA, { cut: random.pick(['poster', 'narrow']), share: 0.34 })
  const [x, radius] = [WIDTH / 2, Math.min(232, room.height * 0.58)]
  const y = room.y + room.height * 0.34
  const mouth = `M${n(x - radius)} ${n(y)}H${n(x + radius)}A${n(radius)} ${n(radius)} 0 0 1 ${n(x - radius)} ${n(y)}z`
  const count = random.pick([5, 6, 7, 8])
  const wide = (2 * radius) / count
  const missing = random.chance(0.6) ? random.whole(1, count - 2) : -1
  const teeth = Array.from({ length: count }, (_, index) =>
    index === missing
      ? ''
      : `<rect x="${n(x - radius + index * wide + 2)}" y="${n(y - 20)}" width="${n(wide - 4)}" height="${n(radius * 0.3 + 20)}" rx="13" fill="${inks.paper}"/>`,
  ).join('')
  const tongue = disc(x + random.between(-40, 40), y + radius * 0.98, radius * 0.5, inks.inkB)
  const eyes = [-1, 1].map((side) => {
    const [ex, ey] = [x + side * radius * 0.5, y - radius * 0.28]
    return random.chance(0.5)
      ? disc(ex, ey, 22, inks.inkA)
      : line(arc(ex, ey + 12, 30, 190, 350), inks.inkA, 15, 'stroke-linecap="round"')
  })
  return (
    sheetOf(inks.inkB) +
    clip(`${sheet.prefix}m`, mouth, shape(mouth, inks.inkA) + tongue + teeth) +
    line(mouth, inks.inkA, 16, 'stroke-linejoin="round"') +
    eyes.join('') +
    type
  )
}

/** The title falling about. */
export const drawTumble: Composition = (sheet) => {
  const { random, inks, copy } = sheet
  if (!canSet(copy.title) || copy.title.length > 60) return drawDisguise(sheet)
  const ground = random.pick([inks.paper, inks.inkB])
  const { type, room } = layHead({ ...sheet, copy: { ...copy, title: ' ' } }, inks.inkA)
  const height = room.y + room.height - MARGIN
  const title = copy.title.toLocaleUpperCase('en')
  const cut = random.pick(['narrow', 'poster'] as const)
  const widthOf = (text: string) => sheet.type.measure(text, cut, 0.03).right
  const ways = breakLines(splitPieces(title), 7, widthOf)
  const sizeOf = (lines: string[]) =>
    Math.min((WIDTH - 96) / Math.max(...lines.map(widthOf)), height / (lines.length * 0.98))
  const lines = ways.reduce((best, each) => (sizeOf(each) > sizeOf(best) ? each : best))
  const size = Math.min(sizeOf(lines), 230)
  const leading = Math.min(size * 1.12, height / lines.length)
  const letters = lines.flatMap((text, row) => {
    const start = 48 + random.between(0, Math.max(0, WIDTH - 96 - widthOf(text) * size))
    const y = MARGIN + (height - leading * lines.length) / 2 + leading * (row + 0.5)
    return [...text].map((letter, index) => {
      const { left, right } = sheet.type.measure(letter, cut)
      const pen = index
        ? sheet.type.measure(text.slice(0, index + 1), cut, 0.03).right - (right - left) / 2
        : (right - left) / 2
      const setting = { cut, size, fill: inks.inkA }
      return sheet.type.setTurned(
        letter,
        start + pen * size,
        y + random.between(-0.07, 0.07) * size,
        random.between(-15, 15),
        setting,
      )
    })
  })
  const colour = ground === inks.paper ? inks.inkB : inks.paper
  const balls = Array.from({ length: random.pick([2, 3]) }, () =>
    disc(random.between(60, 540), random.between(120, 620), random.between(90, 230), colour),
  )
  return sheetOf(ground) + balls.join('') + letters.join('') + type
}

/** Where a drawing stands and the length it is measured in. */
type Scale = { x: number; y: number; u: number }

function drawBrow({ x, y, u }: Scale, side: number, tilt: number, ink: string): string {
  const [fromX, toX] = [x + side * 0.55 * u, x + side * 2.4 * u]
  const [fromY, toY] = [y - (1.5 + tilt) * u, y - (1.62 - tilt) * u]
  const d = `M${n(fromX)} ${n(fromY)}Q${n((fromX + toX) / 2)} ${n(y - 2.1 * u)} ${n(toX)} ${n(toY)}`
  return line(d, ink, 0.42 * u, 'stroke-linecap="round"')
}

const outlineNose = ({ x, y, u }: Scale): string =>
  blob([
    [x, y - 0.2 * u],
    [x + 0.42 * u, y + 0.7 * u],
    [x + 0.8 * u, y + 1.4 * u],
    [x, y + 1.95 * u],
    [x - 0.8 * u, y + 1.4 * u],
    [x - 0.42 * u, y + 0.7 * u],
  ])

const outlineWhisker = ({ x, y, u }: Scale, side: number): string =>
  blob([
    [x, y + 1.95 * u],
    [x + side * 0.9 * u, y + 1.7 * u],
    [x + side * 1.9 * u, y + 2.2 * u],
    [x + side * 2.5 * u, y + 1.8 * u],
    [x + side * 2.1 * u, y + 2.75 * u],
    [x + side * u, y + 2.85 * u],
    [x + side * 0.1 * u, y + 2.45 * u],
  ])

/** The oldest disguise there is. */
export const drawDisguise: Composition = (sheet) => {
  const { random, inks } = sheet
  const ground = random.chance(0.5) ? inks.inkB : inks.paper
  const nose = ground === inks.paper ? inks.inkB : inks.paper
  const { type, room } = layFoot(sheet, inks.inkA, { cut: random.pick(['poster', 'narrow']), share: 0.34 })
  const u = Math.min(room.height / 5.4, 88)
  const [x, y] = [WIDTH / 2, room.height * 0.45]
  const scale = { x, y, u }
  const lens = (side: number) =>
    disc(x + side * 1.42 * u, y, 1.08 * u, inks.paper) +
    ring(x + side * 1.42 * u, y, 1.08 * u, 0.3 * u, inks.inkA) +
    disc(x + side * 1.42 * u + random.between(-0.4, 0.4) * u, y + 0.2 * u, 0.3 * u, inks.inkA)
  const bridge = `M${n(x - 0.5 * u)} ${n(y - 0.3 * u)}q${n(0.5 * u)} ${n(-0.5 * u)} ${n(u)} 0`
  const glasses = lens(-1) + lens(1) + line(bridge, inks.inkA, 0.3 * u)
  const brows = [-1, 1].map((side) => drawBrow(scale, side, random.between(-0.2, 0.2), inks.inkA)).join('')
  const bulb = outlineNose(scale)
  const moustache = [-1, 1].map((side) => shape(outlineWhisker(scale, side), inks.inkA)).join('')
  const face = glasses + brows + shape(bulb, nose) + line(bulb, inks.inkA, 0.12 * u) + moustache
  return sheetOf(ground) + face + type
}

/** A misstep: all that is left to see of somebody. */
export const drawLegs: Composition = (sheet) => {
  const { random, inks } = sheet
  const ground = random.chance(0.6) ? inks.inkB : inks.paper
  const sock = ground === inks.paper ? inks.inkB : inks.paper
  const { type, room } = layFoot(sheet, inks.inkA, { cut: random.pick(['poster', 'narrow']), share: 0.34 })
  const [x, y] = [WIDTH / 2 + random.between(-40, 40), room.height * 0.87]
  const long = room.height * 0.3
  const leg = (side: number, thigh: number, shin: number) => {
    const hip: Point = [x + side * 44, y]
    const knee = polar(...hip, long, -90 + side * thigh)
    const ankle = polar(...knee, long * 0.95, -90 + side * shin)
    const cuff = polar(...knee, long * 0.42, -90 + side * shin)
    const limb = line(`M${at(hip)}L${at(knee)}L${at(cuff)}`, inks.inkA, 58, 'stroke-linejoin="round"')
    const calf = line(`M${at(cuff)}L${at(ankle)}`, sock, 44)
    const bands = line(`M${at(cuff)}L${at(ankle)}`, inks.inkA, 44, 'stroke-dasharray="11 13"')
    const shoe = `M${n(ankle[0] - 34)} ${n(ankle[1] + 8)}h68q66 -4 74 -44h-40q-26 4 -40 -14h-62z`
    return (
      limb +
      calf +
      bands +
      turn(
        side * shin,
        ...ankle,
        side === 1 ? shape(shoe, inks.inkA) : mirror(ankle[0], shape(shoe, inks.inkA)),
      )
    )
  }
  const [one, two] = random.pick([
    [22, -14],
    [8, 48],
    [34, 6],
  ] as const)
  const [three, four] = random.pick([
    [30, 2],
    [12, -22],
    [24, 42],
  ] as const)
  const hole = `M${n(x - 190)} ${n(y)}a190 42 0 1 0 380 0a190 42 0 1 0-380 0z`
  const lip = clip(`${sheet.prefix}l`, `M0 ${n(y)}H600V800H0z`, shape(hole, inks.inkA))
  return sheetOf(ground) + shape(hole, inks.both) + leg(-1, one, two) + leg(1, three, four) + lip + type
}
