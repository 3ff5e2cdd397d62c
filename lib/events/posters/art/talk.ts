import { layFoot, layHead } from '../lay-type'
import type { Composition } from '../sheet'
import { arc, clip, disc, line, n, polygon, printOver, rect, rectPath, shape, sheetOf, WIDTH } from '../svg'
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

/** Pages turning, each printed over the last. */
export const drawPages: Composition = (sheet) => {
  const { random, inks } = sheet
  const { type, room } = layFoot(sheet, inks.inkA, { cut: random.pick(['poster', 'fine']), share: 0.32 })
  const [x, y] = [WIDTH / 2, room.height - 8]
  const [wide, tall] = [Math.min(270, room.height * 0.52), room.height * 0.78]
  const count = random.pick([9, 11])
  const dark = random.whole(1, 3)
  // From the covers inwards, so that every page lies on the one behind it.
  const order = Array.from({ length: count }, (_, index) =>
    index % 2 ? count - 1 - (index >> 1) : index >> 1,
  )
  const pages = order.map((index) => {
    const angle = (Math.PI * (index + 0.5)) / count
    const [far, lift] = [Math.cos(angle) * wide, Math.sin(angle) * wide * 0.3]
    const page = polygon([
      [x, y],
      [x + far, y - lift],
      [x + far, y - lift - tall],
      [x, y - tall],
    ])
    const fill = [inks.inkB, inks.inkA, inks.inkB, inks.both][(index + dark) % 4]!
    return shape(page, fill) + line(page, inks.paper, 4, 'stroke-linejoin="round"')
  })
  return sheetOf(inks.paper) + clip(`${sheet.prefix}r`, rectPath(room), pages.join('')) + type
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
    ? [-1, 0, 1]
        .map((k) => disc(left + radius * (k * 0.32 - 0.24), y - lift, radius * 0.1, inks.paper))
        .join('')
    : line(
        [-1, 0, 1]
          .map(
            (k) =>
              `M${n(left - radius * 0.62)} ${n(y - lift + k * radius * 0.22)}h${n(radius * (k === 1 ? 0.46 : 0.78))}`,
          )
          .join(''),
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
  const rows = Math.ceil(room.height / side)
  // Whole tiles from the foot of the picture; the top row is cut by the sheet's edge.
  const top = room.height - rows * side
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
          arc(cx!, cy!, thick * (band * 2 + 1.5), from!, from! + 90),
        ),
      )
      .join('')
  })
  const lit = Array.from({ length: 2 }, () => {
    const [column, row] = [random.whole(0, columns - 1), random.whole(0, rows - 1)]
    return rect(column * side, top + row * side, side, side, inks.inkB)
  })
  return sheetOf(ground) + lit.join('') + line(tiles.join(''), ink, thick) + type
}
