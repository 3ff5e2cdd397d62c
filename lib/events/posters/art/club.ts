import { layFoot, layHead, setTitle } from '../lay-type'
import type { Composition } from '../sheet'
import {
  circlePath,
  clip,
  disc,
  line,
  MARGIN,
  n,
  polar,
  polygon,
  printOver,
  rectPath,
  ring,
  sheetOf,
  turn,
  WIDTH,
} from '../svg'

/** Two sets of rings that shimmer where they meet. */
export const drawMoire: Composition = (sheet) => {
  const { random, inks } = sheet
  const ground = random.pick([inks.inkB, inks.paper])
  const { type, room } = layFoot(sheet, inks.inkA, { caps: true, cut: 'narrow', share: 0.34 })
  const step = random.between(13, 17)
  const apart = random.between(34, 92)
  const angle = random.between(0, 180)
  const centre = [WIDTH / 2, room.height * 0.5] as const
  const rings = (x: number, y: number, colour: string) =>
    Array.from({ length: 24 }, (_, index) => ring(x, y, (index + 0.5) * step, step * 0.46, colour)).join('')
  const [one, two] = [polar(...centre, apart / 2, angle), polar(...centre, apart / 2, angle + 180)]
  const second = ground === inks.paper && random.chance(0.6) ? inks.inkB : inks.inkA
  const picture = rings(one[0], one[1], inks.inkA) + printOver(rings(two[0], two[1], second))
  return sheetOf(ground) + clip(`${sheet.prefix}r`, rectPath(room), picture) + type
}

/** The title again and again, flatter each time: a bass line in type. */
export const drawEcho: Composition = (sheet) => {
  const { random, inks } = sheet
  const dark = random.chance(0.65)
  const [ground, ink, shine] = dark ? [inks.inkA, inks.inkB, inks.paper] : [inks.inkB, inks.inkA, inks.inkA]
  const { type, room } = layHead({ ...sheet, copy: { ...sheet.copy, title: ' ' } }, shine)
  const bottom = room.y + room.height
  const block = setTitle(sheet, WIDTH - 2 * MARGIN, 250, {
    caps: true,
    stack: true,
    cut: 'narrow',
    maxLines: 3,
  })
  const copies = random.pick([5, 6, 7])
  const shrink = random.between(0.6, 0.7)
  const gap = 12
  const heights = Array.from({ length: copies }, (_, index) => shrink ** index)
  const scale = (bottom - MARGIN - gap * (copies - 1)) / heights.reduce((sum, each) => sum + each, 0)
  const order = random.chance(0.5) ? heights : [...heights].reverse()
  const widen = (WIDTH - 2 * MARGIN) / block.width
  const id = `${sheet.prefix}e`
  let y = MARGIN
  const prints = order.map((share) => {
    const height = share * scale
    const fill = share === 1 ? shine : ink
    const print = `<use href="#${id}" fill="${fill}" transform="translate(${MARGIN} ${n(y)})scale(${(widen).toFixed(3)} ${(height / block.height).toFixed(3)})"/>`
    y += height + gap
    return print
  })
  const once = `<defs><g id="${id}">${block.draw(0, 0, 'inherit').replaceAll('fill="inherit" ', '')}</g></defs>`
  return sheetOf(ground) + once + prints.join('') + type
}

/** A corridor of turning frames. */
export const drawTunnel: Composition = (sheet) => {
  const { random, inks } = sheet
  const { type, room } = layFoot(sheet, inks.paper, { caps: true, cut: random.pick(['poster', 'narrow']) })
  const sides = random.pick([3, 4, 6, 5])
  const [x, y] = [WIDTH * random.pick([0.4, 0.5, 0.6]), room.height * 0.5]
  const twist = random.pick([-1, 1]) * random.between(4, 9)
  const frames = Array.from({ length: 19 }, (_, index) => {
    const radius = 640 * 0.82 ** index
    const corners = Array.from({ length: sides }, (_, corner) =>
      polar(x, y, radius, twist * index + (360 * corner) / sides),
    )
    return `<path fill="${index % 2 ? inks.inkA : inks.inkB}" d="${polygon(corners)}"/>`
  })
  const picture = clip(`${sheet.prefix}r`, rectPath(room), frames.join(''))
  return sheetOf(inks.inkA) + picture + disc(x, y, 640 * 0.82 ** 12, inks.paper) + type
}

/** A ball of halftone dots, lit from one side. */
export const drawHalftone: Composition = (sheet) => {
  const { random, inks } = sheet
  const [ground, ink, over] = random.pick([
    [inks.inkB, inks.inkA, inks.paper],
    [inks.paper, inks.inkA, inks.inkB],
    [inks.inkA, inks.inkB, inks.paper],
  ] as const)
  const words = ground === inks.inkA ? inks.paper : inks.inkA
  const { type, room } = layFoot(sheet, words, { caps: true, cut: 'poster', share: 0.32 })
  const radius = Math.min(WIDTH, room.height) * random.between(0.4, 0.47)
  const [x, y] = [WIDTH / 2 + random.between(-40, 40), room.y + room.height * 0.52]
  const pitch = random.between(15, 20)
  const rows = Math.ceil((2 * radius) / pitch) + 2
  const dots = Array.from({ length: rows }, (_, row) => {
    const size = pitch * (0.1 + (1.06 * row) / rows)
    const offset = row % 2 ? pitch / 2 : 0
    const d = `M${n(x - radius - pitch + offset)} ${n(y - radius + row * pitch)}H${n(x + radius + pitch)}`
    return line(d, ink, size, `stroke-dasharray="0 ${n(pitch)}" stroke-linecap="round"`)
  })
  const ball = turn(
    random.pick([-45, -30, 30, 45]),
    x,
    y,
    clip(`${sheet.prefix}r`, circlePath(x, y, radius), dots.join('')),
  )
  const moon = disc(x + random.pick([-1, 1]) * radius * 0.7, y - radius * 0.62, radius * 0.34, over)
  return sheetOf(ground) + (ground === inks.paper ? ball + printOver(moon) : moon + ball) + type
}
