import { layFoot, layHead } from '../lay-type'
import type { Composition, Sheet } from '../sheet'
import {
  arc,
  clip,
  disc,
  line,
  mirror,
  n,
  type Point,
  polygon,
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

/** The whale itself, floating at `sea`, about `x`. */
function drawWhaleBody({ inks, prefix }: Sheet, x: number, sea: number, radius: number): string {
  const back = `M${n(x - radius)} ${n(sea)}A${n(radius)} ${n(radius)} 0 0 1 ${n(x + radius)} ${n(sea)}z`
  const [stemX, stemY] = [x + radius * 1.5, sea - radius * 0.62]
  const tail = `M${n(x + radius * 0.7)} ${n(sea)}Q${n(x + radius * 1.45)} ${n(sea)} ${n(stemX - 14)} ${n(stemY)}h28Q${n(x + radius * 1.75)} ${n(sea)} ${n(x + radius * 1.3)} ${n(sea + 20)}z`
  const fluke = (side: number) =>
    `M${n(stemX)} ${n(stemY + 16)}q${n(side * 20)} -76 ${n(side * 96)} -78q${n(side * -12)} 70 ${n(side * -96)} 78z`
  const pleats = Array.from({ length: 5 }, (_, index) =>
    line(arc(x - radius * 0.5, sea + radius * 0.5, radius * (0.6 + index * 0.1), 200, 330), inks.inkB, 5),
  )
  const [eyeX, eyeY] = [x - radius * 0.55, sea - radius * 0.34]
  return (
    [tail, fluke(-1), fluke(1), back].map((d) => shape(d, inks.inkA)).join('') +
    clip(`${prefix}b`, back, pleats.join('')) +
    disc(eyeX, eyeY, 15, inks.paper) +
    disc(eyeX - 3, eyeY, 7, inks.inkA)
  )
}

/** A whale under its own weather. */
export const drawWhale: Composition = (sheet) => {
  const { random, inks } = sheet
  const { type, room } = layHead(sheet, inks.inkA, { cut: 'poster', share: 0.32 })
  const [sea, bottom] = [room.y + room.height * 0.72, room.y + room.height]
  const [x, radius] = [WIDTH * 0.38, Math.min(190, room.height * 0.42)]
  const [hole, top] = [x - 30, sea - radius - 12]
  const spout = [22, 46, 70].map((r) => arc(hole - r, top, r, 200, 360) + arc(hole + r, top, r, 180, 340))
  const waves = Array.from({ length: 4 }, (_, row) => {
    const d = `M${n(-40 - row * 23)} ${n(sea + 4 + row * (bottom - sea) * 0.25)}q25 -22 50 0${'t50 0'.repeat(15)}`
    return line(d, row % 2 ? inks.both : inks.inkA, 13)
  })
  const whale =
    line(spout.join(''), inks.inkB, 9, 'stroke-linecap="round"') + drawWhaleBody(sheet, x, sea, radius)
  const water = rect(0, sea, WIDTH, bottom - sea, inks.inkB) + waves.join('')
  const swell = rectPath({ x: 0, y: sea - 30, width: WIDTH, height: bottom - sea + 30 })
  const swims = random.chance(0.5) ? mirror(WIDTH / 2, whale) : whale
  return sheetOf(inks.paper) + swims + clip(`${sheet.prefix}w`, swell, water) + type
}
