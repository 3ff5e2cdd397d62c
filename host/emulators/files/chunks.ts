/** The bytes of an `aws-chunked` body: `<hex length>[;…]\r\n<bytes>\r\n` … `0\r\n<trailers>`, as the SDK sends streams. */
export function decodeChunks(raw: Buffer): Buffer {
  const parts: Buffer[] = []
  let at = 0
  for (;;) {
    const lineEnd = raw.indexOf('\r\n', at)
    const length = Number.parseInt(raw.toString('latin1', at, lineEnd === -1 ? raw.length : lineEnd), 16)
    if (lineEnd === -1 || !(length > 0)) return Buffer.concat(parts)
    parts.push(raw.subarray(lineEnd + 2, lineEnd + 2 + length))
    at = lineEnd + 2 + length + 2
  }
}
