/**
 * Which characters a font file can draw, read from its `cmap` table. A ticket with an empty box where a
 * letter of the holder's name should be is a broken ticket, so we ask before we set type.
 */

/**
 * Code points the font covers. Reads TrueType and OpenType with a Unicode cmap of format 4 or 12; throws otherwise.
 */
export function readCoverage(file: Buffer): Set<number> {
  const cmap = readTable(file, 'cmap')
  const covered = new Set<number>()
  const tableCount = cmap.readUInt16BE(2)
  let known = false
  for (let i = 0; i < tableCount; i++) {
    const offset = cmap.readUInt32BE(4 + i * 8 + 4)
    const format = cmap.readUInt16BE(offset)
    if (format === 4) readFormat4(cmap.subarray(offset), covered)
    if (format === 12) readFormat12(cmap.subarray(offset), covered)
    known ||= format === 4 || format === 12
  }
  if (!known) throw new Error('font has no cmap of format 4 or 12')
  return covered
}

function readTable(file: Buffer, tag: string): Buffer {
  const count = file.readUInt16BE(4)
  for (let i = 0; i < count; i++) {
    const at = 12 + i * 16
    if (file.toString('latin1', at, at + 4) !== tag) continue
    const offset = file.readUInt32BE(at + 8)
    return file.subarray(offset, offset + file.readUInt32BE(at + 12))
  }
  throw new Error(`font has no ${tag} table`)
}

function readFormat4(table: Buffer, covered: Set<number>): void {
  const segments = table.readUInt16BE(6) / 2
  const ends = 14
  const starts = ends + segments * 2 + 2
  const deltas = starts + segments * 2
  const ranges = deltas + segments * 2
  for (let s = 0; s < segments; s++) {
    const end = table.readUInt16BE(ends + s * 2)
    const start = table.readUInt16BE(starts + s * 2)
    const delta = table.readUInt16BE(deltas + s * 2)
    const range = table.readUInt16BE(ranges + s * 2)
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const at = ranges + s * 2 + range + (code - start) * 2
      const raw = range === 0 ? code : table.readUInt16BE(at)
      if (raw !== 0 && ((raw + delta) & 0xffff) !== 0) covered.add(code)
    }
  }
}

function readFormat12(table: Buffer, covered: Set<number>): void {
  const groups = table.readUInt32BE(12)
  for (let g = 0; g < groups; g++) {
    const at = 16 + g * 12
    const end = table.readUInt32BE(at + 4)
    for (let code = table.readUInt32BE(at); code <= end; code++) covered.add(code)
  }
}
