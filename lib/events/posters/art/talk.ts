import { layFoot, layHead } from '../lay-type'
import type { Composition } from '../sheet'
import {
  arc,
  clip,
  disc,
  line,
  n,
  polygon,
  printOver,
  rect,
  rectPath,
  shape,
  sheetOf,
  turn,
  WIDTH,
} from '../svg'
import { canSet } from '../type/letterforms'

/** One sign of the title's own alphabet, as large as the sheet allows. */
export const drawGlyph: Composition = (sheet) => {
  const { random, inks, copy } = sheet
  const ground = random.pick([inks.paper, inks.inkB])
  const { type, room } = layFoot(sheet, inks.inkA, {
    cut: random.pick(['fine', 'poster']),
    share: 0.26,
    maxSize: 76,
  })
  const first = [...copy.title.toLocaleUpperCase('en')][0] ?? '?'
  const asks = copy.title.includes('?')
    ? '?'
    : copy.title.includes('!')
      ? '!'
      : random.pick(['&', '?', first, first])
  const sign = canSet(asks) ? asks : '&'
  const cut = random.pick(['poster', 'poster', 'narrow'] as const)
  const { left, right } = sheet.type.measure(sign, cut)
  const size = Math.min((WIDTH * 1.04) / (right - left), (room.height + 40) / 0.66)
  const wide = (right - left) * size
  const x =
    wide > WIDTH * 0.86 ? (WIDTH - wide) / 2 : random.pick([34, WIDTH - 34 - wide, (WIDTH - wide) / 2])
  const letter = sheet.type.set(sign, x, room.height - 8, { cut, size, fill: inks.inkA })
  const spot = disc(
    random.between(120, 480),
    room.height * random.between(0.3, 0.7),
    random.between(110, 180),
    ground === inks.paper ? inks.inkB : inks.paper,
  )
  const picture = ground === inks.paper && random.chance(0.5) ? letter + printOver(spot) : spot + letter
  return sheetOf(ground) + clip(`${sheet.prefix}r`, rectPath(room), picture) + type
}

/** Papers on a table. */
export const drawSheets: Composition = (sheet) => {
  const { random, inks } = sheet
  const { type, room } = layFoot(sheet, inks.inkA, { cut: 'poster', share: 0.32 })
  const [w, h] = [room.height * 0.46, room.height * 0.6]
  const count = random.pick([4, 5, 6])
  const start = random.between(-50, 50)
  const leaves = Array.from({ length: count }, (_, index) => {
    const x = WIDTH / 2 + random.between(-110, 110)
    const y = room.height / 2 + random.between(-50, 50)
    const page = rect(x - w / 2, y - h / 2, w, h, index % 3 === 1 ? inks.inkA : inks.inkB)
    return turn(
      start + index * (150 / count),
      x,
      y,
      index % 3 === 2 ? rect(x - w / 2, y - h / 2, w, h, inks.paper) + page : page,
    )
  })
  const [x, y] = [WIDTH / 2, room.height / 2]
  const rules = Array.from({ length: 9 }, (_, index) =>
    rect(x - w * 0.36, y - h * 0.38 + index * h * 0.088, w * (index === 8 ? 0.4 : 0.72), 5, inks.inkA),
  ).join('')
  const top = turn(random.between(-14, 14), x, y, rect(x - w / 2, y - h / 2, w, h, inks.paper) + rules)
  return (
    sheetOf(inks.paper) + clip(`${sheet.prefix}r`, rectPath(room), printOver(leaves.join('')) + top) + type
  )
}

/** Two voices, and what they share. */
export const drawDialogue: Composition = (sheet) => {
  const { random, inks } = sheet
  const { type, room } = layHead(sheet, inks.inkA, { cut: random.pick(['poster', 'fine']), share: 0.32 })
  const radius = Math.min(196, room.height * 0.4)
  const [y, apart] = [room.y + room.height * 0.5, radius * random.between(0.52, 0.66)]
  const voice = (x: number, dy: number, side: number, fill: string) => {
    const tail = polygon([
      [x + side * radius * 0.98, y + dy + 10],
      [x + side * radius * 1.06, y + dy + radius * 1.04],
      [x + side * radius * 0.2, y + dy + radius * 0.96],
    ])
    return disc(x, y + dy, radius, fill) + shape(tail, fill)
  }
  const lift = random.between(14, 36)
  const [left, right] = [WIDTH / 2 - apart, WIDTH / 2 + apart]
  const voices = voice(left, -lift, -1, inks.inkA) + voice(right, lift * 0.4, 1, inks.inkB)
  const said = random.chance(0.5)
    ? [-1, 0, 1].map((k) => disc(left - 34 + k * 62, y - lift, 19, inks.paper)).join('')
    : line(
        [-1, 0, 1].map((k) => `M${n(left - 100)} ${n(y - lift + k * 40)}h${k === 1 ? 90 : 150}`).join(''),
        inks.paper,
        15,
      )
  return sheetOf(inks.paper) + printOver(voices) + said + type
}

/** Quarter circles on a grid: paths that keep meeting. */
export const drawTiles: Composition = (sheet) => {
  const { random, inks } = sheet
  const dark = random.chance(0.5)
  const [ground, ink] = dark ? [inks.inkA, inks.paper] : [inks.paper, inks.inkA]
  const { type, room } = layFoot(sheet, ink, { cut: random.pick(['poster', 'narrow']), share: 0.34 })
  const columns = random.pick([4, 5])
  const side = WIDTH / columns
  const rows = Math.floor(room.height / side)
  const top = 0
  const bands = random.pick([2, 3])
  const thick = side / (bands * 2 + 1)
  const tiles = Array.from({ length: columns * rows }, (_, index) => {
    const [x, y] = [(index % columns) * side, top + Math.floor(index / columns) * side]
    const flip = random.chance(0.5)
    const corners = flip
      ? [
          [x, y, 0],
          [x + side, y + side, 180],
        ]
      : [
          [x + side, y, 90],
          [x, y + side, 270],
        ]
    return corners
      .flatMap(([cx, cy, from]) =>
        Array.from({ length: bands }, (_, band) =>
          arc(cx!, cy!, thick * (band * 2 + 1.5 - (bands === 2 ? 0 : 0)), from!, from! + 90),
        ),
      )
      .join('')
  })
  const spot = Math.floor(random.between(0, columns * rows))
  const lit = rect((spot % columns) * side, Math.floor(spot / columns) * side, side, side, inks.inkB)
  const more = rect(
    ((spot + 2) % columns) * side,
    ((Math.floor(spot / columns) + 1) % rows) * side,
    side,
    side,
    inks.inkB,
  )
  return sheetOf(ground) + lit + more + line(tiles.join(''), ink, thick) + type
}
