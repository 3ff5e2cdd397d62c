import { layFoot, layHead } from '../lay-type'
import type { Composition } from '../sheet'
import { arc, clip, curve, disc, line, n, type Point, rectPath, sheetOf } from '../svg'

/** Rings that widen outwards, broken at the angles of one grid: a crescendo. */
export const drawArcs: Composition = (sheet) => {
  const { random, inks } = sheet
  const ground = random.chance(0.45) ? inks.inkB : inks.paper
  const accent = ground === inks.paper ? inks.inkB : inks.paper
  const { type, room } = layFoot(sheet, inks.inkA, { cut: random.pick(['fine', 'poster']), share: 0.3 })
  const [x, y] = [room.width * random.pick([0.28, 0.5, 0.7]), room.height * random.between(0.42, 0.62)]
  const accented = random.whole(2, 4)
  const rings: string[] = []
  let [inner, width, start] = [26, random.between(9, 12), random.whole(0, 15) * 22.5]
  for (let index = 0; inner < 680; index++) {
    const span = random.pick([67.5, 90, 112.5, 157.5, 202.5])
    const colour = index % 5 === accented ? accent : inks.inkA
    rings.push(line(arc(x, y, inner + width / 2, start, start + span), colour, width))
    if (random.chance(0.5)) {
      rings.push(
        line(arc(x, y, inner + width / 2, start + span + 22.5, start + span + 67.5), inks.inkA, width),
      )
    }
    start += random.pick([45, 67.5, 112.5, 157.5])
    inner += width * random.pick([1, 1, 1.35])
    width *= 1.3
  }
  return sheetOf(ground) + clip(`${sheet.prefix}r`, rectPath(room), rings.join('')) + type
}

/** Taut lines that a sounding body pushes apart. */
export const drawStrings: Composition = (sheet) => {
  const { random, inks } = sheet
  const { type, room } = layFoot(sheet, inks.paper, { cut: random.pick(['fine', 'poster']), share: 0.32 })
  const middle: Point = [random.between(230, 370), room.height * random.between(0.42, 0.6)]
  const push = random.between(58, 84)
  const count = random.pick([21, 25, 29])
  const strings = Array.from({ length: count }, (_, index) => {
    const x = -30 + (660 * index) / (count - 1)
    const away = (x - middle[0]) / 150
    const sway = push * 2.1 * away * Math.exp(-away * away)
    const points = Array.from({ length: 9 }, (_, step): Point => {
      const y = (room.height * step) / 8
      return [x + sway * Math.exp(-(((y - middle[1]) / 130) ** 2)), y]
    })
    return line(curve(points), inks.paper, 2 + 4.5 * Math.exp(-away * away * 2))
  })
  return sheetOf(inks.inkA) + disc(...middle, random.between(120, 165), inks.inkB) + strings.join('') + type
}

/** Straight lines whose crossings draw the curves, as a bow does on a string. */
export const drawBows: Composition = (sheet) => {
  const { random, inks } = sheet
  const dark = random.chance(0.5)
  const [ground, ink] = dark ? [inks.inkA, inks.paper] : [inks.inkB, inks.inkA]
  const { type, room } = layHead(sheet, ink, { cut: 'fine', leading: 0.86, share: 0.34, maxSize: 130 })
  const [top, bottom] = [room.y, room.y + room.height]
  const count = 34
  const fan = (from: Point, corner: Point, to: Point) =>
    Array.from({ length: count + 1 }, (_, index) => {
      const t = index / count
      const start = [from[0] + (corner[0] - from[0]) * t, from[1] + (corner[1] - from[1]) * t]
      const end = [corner[0] + (to[0] - corner[0]) * t, corner[1] + (to[1] - corner[1]) * t]
      return `M${n(start[0]!)} ${n(start[1]!)}L${n(end[0]!)} ${n(end[1]!)}`
    }).join('')
  const bend = random.between(120, 480)
  const sun = disc(
    random.between(190, 410),
    top + room.height * 0.5,
    room.height * 0.27,
    dark ? inks.inkB : inks.paper,
  )
  const left = line(fan([-20, top], [bend, bottom], [620, top + room.height * 0.3]), ink, 1.7)
  const right = line(fan([620, bottom], [600 - bend, top], [-20, bottom - room.height * 0.2]), ink, 1.7)
  return sheetOf(ground) + sun + left + right + type
}
