import { layFoot, layHead } from '../lay-type'
import type { Composition, Sheet } from '../sheet'
import {
  arc,
  at,
  clip,
  disc,
  line,
  mirror,
  n,
  type Point,
  polar,
  polygon,
  rect,
  rectPath,
  ring,
  shape,
  sheetOf,
  turn,
  WIDTH,
} from '../svg'

/** Someone in a long coat and a hat, seen from far away; `foot` is where they stand. */
function drawFigure([x, y]: Point, height: number, fill: string): string {
  const u = height / 10
  const half: Point[] = [
    [0.5, 8.05],
    [1.15, 7.75],
    [1.3, 7.2],
    [1.42, 2.1],
    [0.95, 2],
    [0.8, 0.3],
    [1.1, 0],
    [0.22, 0],
    [0.12, 2],
  ]
  const point =
    (side: number) =>
    ([dx, dy]: Point): Point => [x + side * dx * u, y - dy * u]
  const coat = polygon([...half.map(point(1)), ...[...half].reverse().map(point(-1))])
  const brim = `M${n(x - 1.25 * u)} ${n(y - 9.2 * u)}h${n(2.5 * u)}v${n(0.28 * u)}h${n(-2.5 * u)}z`
  const crown = `M${n(x - 0.72 * u)} ${n(y - 9.1 * u)}l${n(0.1 * u)} ${n(-0.9 * u)}h${n(1.24 * u)}l${n(0.1 * u)} ${n(0.9 * u)}z`
  return shape(coat + brim + crown, fill) + disc(x, y - 8.6 * u, 0.74 * u, fill)
}

/** The curtain, just opened. */
export const drawCurtain: Composition = (sheet) => {
  const { random, inks } = sheet
  const { type, room } = layFoot(
    sheet,
    inks.paper,
    { cut: random.pick(['poster', 'narrow']), share: 0.32 },
    false,
  )
  const middle = WIDTH * random.pick([0.42, 0.5, 0.58])
  const floor = room.height
  const folds = 8
  const hang = (from: number, to: number, gathered: number) =>
    Array.from({ length: folds }, (_, index) => {
      const edge = (share: number): [top: number, waist: number, hem: number] => {
        const top = from + (to - from) * share
        return [top, from + (to - from) * share * gathered, from + (to - from) * share * (gathered + 0.16)]
      }
      const [a, b] = [edge(index / folds), edge((index + 1) / folds)]
      const waist = floor * 0.66
      const side = ([top, mid, hem]: number[]) =>
        `${n(top!)} ${n(floor * 0.4)} ${n(mid!)} ${n(floor * 0.44)} ${n(mid!)} ${n(waist)}S${n(hem!)} ${n(floor * 0.85)} ${n(hem!)} ${n(floor)}`
      const back = ([top, mid, hem]: number[]) =>
        `${n(hem!)} ${n(floor * 0.85)} ${n(mid!)} ${n(floor * 0.78)} ${n(mid!)} ${n(waist)}C${n(mid!)} ${n(floor * 0.44)} ${n(top!)} ${n(floor * 0.4)} ${n(top!)} 0`
      return shape(`M${n(a[0])} 0C${side(a)}H${n(b[2])}C${back(b)}z`, index % 2 ? inks.both : inks.inkB)
    }).join('')
  const stage = rect(0, 0, WIDTH, floor, inks.paper)
  const who = drawFigure([middle, floor - 22], floor * 0.26, inks.inkA)
  const glow = shape(`M${n(middle - 120)} ${n(floor - 16)}a120 20 0 1 0 240 0a120 20 0 1 0-240 0z`, inks.inkB)
  const drapes = hang(0, middle, 0.56) + hang(WIDTH, middle, 0.56)
  return sheetOf(inks.inkA) + clip(`${sheet.prefix}r`, rectPath(room), stage + glow + who + drapes) + type
}

/** A door left open in a dark house. */
export const drawDoor: Composition = (sheet) => {
  const { random, inks } = sheet
  const { type, room } = layHead(sheet, inks.paper, {
    cut: random.pick(['poster', 'narrow', 'fine']),
    share: 0.34,
  })
  const [tall, wide] = [room.height * 0.5, room.height * 0.25]
  const x = random.pick([110, 230, 380])
  const sill = room.y + room.height * 0.62
  const end = room.y + room.height
  const lean = x > 250 ? -random.between(90, 170) : random.between(90, 170)
  const light = polygon([
    [x, sill],
    [x + wide, sill],
    [x + wide + lean + 130, end],
    [x + lean - 60, end],
  ])
  const foot: Point = [x + wide * 0.5, sill + 8]
  const far: Point = [x + wide * 0.5 + lean * 0.9 + 20, end]
  const shadow = polygon([
    [foot[0] - 12, foot[1]],
    [foot[0] + 12, foot[1]],
    [far[0] + 46, far[1]],
    [far[0] - 40, far[1]],
  ])
  const door = rect(x, sill - tall, wide, tall, inks.paper)
  const leaf = shape(
    polygon([
      [x + wide, sill - tall],
      [x + wide + 44, sill - tall - 26],
      [x + wide + 44, sill + 30],
      [x + wide, sill],
    ]),
    inks.both,
  )
  return (
    sheetOf(inks.inkA) +
    shape(light, inks.inkB) +
    shape(shadow, inks.inkA) +
    door +
    leaf +
    drawFigure(foot, tall * 0.62, inks.inkA) +
    type
  )
}

/** An eye that looks back. */
export const drawEye: Composition = (sheet) => {
  const { random, inks } = sheet
  const ground = random.pick([inks.inkB, inks.paper, inks.inkB])
  const { type, room } = layFoot(sheet, inks.inkA, { cut: random.pick(['narrow', 'poster']), share: 0.34 })
  const [x, y] = [WIDTH / 2, room.height * 0.56]
  const [half, open] = [random.between(220, 262), random.between(200, 260)]
  const lid = `M${n(x - half)} ${n(y)}Q${n(x)} ${n(y - open)} ${n(x + half)} ${n(y)}Q${n(x)} ${n(y + open)} ${n(x - half)} ${n(y)}z`
  const iris = open * 0.42
  const gaze = x + random.pick([-60, 0, 60])
  const spokes = Array.from(
    { length: 28 },
    (_, index) =>
      `M${at(polar(gaze, y, iris * 0.56, index * 12.86))}L${at(polar(gaze, y, iris * 0.94, index * 12.86))}`,
  )
  const lashes = Array.from({ length: 11 }, (_, index) => {
    const angle = 205 + index * 13
    const reach = open * (0.86 + 0.22 * Math.sin((index / 10) * Math.PI))
    const [low, tip] = [open * 0.56, polar(x, y, reach + 22, angle)]
    return polygon([polar(x, y, low, angle - 2.6), tip, polar(x, y, low, angle + 2.6)])
  })
  const ball =
    shape(lid, ground === inks.paper ? inks.inkB : inks.paper) +
    disc(gaze, y, iris, inks.inkA) +
    line(spokes.join(''), ground === inks.paper ? inks.paper : inks.inkB, 4) +
    disc(gaze + iris * 0.2, y - iris * 0.2, iris * 0.16, inks.paper)
  const picture =
    shape(lashes.join(''), inks.inkA) +
    clip(`${sheet.prefix}l`, lid, ball) +
    line(lid, inks.inkA, 15, 'stroke-linejoin="round"')
  return sheetOf(ground) + picture + type
}

/** A stair, somebody at the top of it, and the moon. */
export const drawStair: Composition = (sheet) => {
  const { random, inks } = sheet
  const style = { cut: random.pick(['poster', 'narrow'] as const), share: 0.3 }
  const { type, room } = layFoot(sheet, inks.paper, style, false)
  const base = room.height + 8
  const steps = random.pick([5, 6, 7])
  const [run, rise] = [WIDTH / (steps + 0.6), (base * 0.56) / steps]
  const corners = Array.from({ length: steps }, (_, index): Point[] => [
    [WIDTH - (index + 1) * run, base - (steps - index) * rise],
    [WIDTH - (index + 1) * run, base - (steps - index - 1) * rise],
  ]).flat()
  const stair = polygon([[WIDTH, 800], [WIDTH, base - steps * rise], ...corners, [0, base], [0, 800]])
  const ground = random.chance(0.6) ? inks.inkB : inks.paper
  const moon = disc(
    WIDTH * random.between(0.26, 0.4),
    base * 0.3,
    random.between(84, 116),
    ground === inks.paper ? inks.inkB : inks.paper,
  )
  const who = drawFigure([WIDTH - run * 0.5, base - steps * rise + 1], base * 0.2, inks.inkA)
  const body = moon + shape(stair, inks.inkA) + who
  return sheetOf(ground) + (random.chance(0.5) ? mirror(WIDTH / 2, body) : body) + type
}

const features = (sheet: Sheet, x: number, y: number, size: number, glad: boolean, colour: string) => {
  const brow = line(arc(x, y - size * 0.1, size * 0.3, glad ? 200 : 215, glad ? 340 : 300), colour, 13)
  const eye = glad
    ? line(arc(x, y, size * 0.17, 190, 350), colour, 15, 'stroke-linecap="round"')
    : disc(x, y, size * 0.13, colour)
  return (sheet.random.chance(0.6) ? brow : '') + eye
}

/** Both masks of the house in one face, slipped along the middle. */
export const drawFaces: Composition = (sheet) => {
  const { random, inks } = sheet
  const { type, room } = layFoot(sheet, inks.inkA, { cut: random.pick(['poster', 'narrow']), share: 0.32 })
  const radius = Math.min(room.height * 0.44, 236)
  const [x, y] = [WIDTH / 2, room.height * 0.53]
  const slip = radius * random.between(0.12, 0.34) * random.pick([-1, 1])
  const half = (side: -1 | 1, dy: number) =>
    `M${n(x)} ${n(y + dy - radius)}A${n(radius)} ${n(radius)} 0 0 ${side === 1 ? 1 : 0} ${n(x)} ${n(y + dy + radius)}z`
  const [left, right] = [y - slip / 2, y + slip / 2]
  const smile = line(arc(x, right + radius * 0.1, radius * 0.5, 0, 90), inks.inkA, 18)
  const frown = line(arc(x, left + radius * 0.72, radius * 0.5, 180, 270), inks.paper, 18)
  const masks = shape(half(-1, -slip / 2), inks.inkA) + shape(half(1, slip / 2), inks.inkB)
  const face =
    features(sheet, x - radius * 0.45, left - radius * 0.18, radius, false, inks.paper) +
    features(sheet, x + radius * 0.45, right - radius * 0.18, radius, true, inks.inkA)
  const tear = turn(0, x, y, disc(x - radius * 0.45, left + radius * 0.18, radius * 0.07, inks.inkB))
  const halo = random.chance(0.5) ? ring(x, y, radius * 1.32, 5, inks.inkA) : ''
  return (
    sheetOf(inks.paper) +
    clip(`${sheet.prefix}r`, rectPath(room), halo) +
    masks +
    smile +
    frown +
    face +
    tear +
    type
  )
}
