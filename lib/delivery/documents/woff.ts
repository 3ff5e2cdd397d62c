import { inflateSync } from 'node:zlib'

const WOFF_SIGNATURE = 0x774f4646
const ENTRY_BYTES = { woff: 20, sfnt: 16 }

/**
 * A WOFF 1 file as the plain font it wraps; any other file as it is. What sets type reads a table of a wrapped font
 * anew for every letter, which takes seconds where the table has all of Japanese.
 */
export function unwrapWoff(file: Buffer): Buffer {
  if (file.readUInt32BE(0) !== WOFF_SIGNATURE) return file
  const count = file.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, i) => readTable(file, 44 + i * ENTRY_BYTES.woff))
  const head = Buffer.alloc(12 + count * ENTRY_BYTES.sfnt)
  file.copy(head, 0, 4, 8)
  head.writeUInt16BE(count, 4)
  const power = Math.floor(Math.log2(count))
  head.writeUInt16BE(16 * 2 ** power, 6)
  head.writeUInt16BE(power, 8)
  head.writeUInt16BE(16 * (count - 2 ** power), 10)
  const bodies: Buffer[] = []
  let at = head.length
  tables.forEach(({ tag, checksum, bytes }, i) => {
    const entry = 12 + i * ENTRY_BYTES.sfnt
    head.write(tag, entry, 'latin1')
    head.writeUInt32BE(checksum, entry + 4)
    head.writeUInt32BE(at, entry + 8)
    head.writeUInt32BE(bytes.length, entry + 12)
    // Tables begin at multiples of four.
    const body = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])
    bodies.push(body)
    at += body.length
  })
  return Buffer.concat([head, ...bodies])
}

function readTable(file: Buffer, entry: number) {
  const offset = file.readUInt32BE(entry + 4)
  const stored = file.subarray(offset, offset + file.readUInt32BE(entry + 8))
  const length = file.readUInt32BE(entry + 12)
  return {
    tag: file.toString('latin1', entry, entry + 4),
    checksum: file.readUInt32BE(entry + 16),
    bytes: stored.length < length ? inflateSync(stored) : stored,
  }
}
