import { create } from 'qrcode'

/** A QR code as one SVG path in module units, quiet zone left out: sharp at any size, on paper and on screen. */
export type QrShape = { path: string; sizeModules: number; version: number }

/**
 * The QR code of a text at level M (a scratched or folded ticket still scans). Runs of dark modules in a row
 * become one rectangle, so that printers leave no hairlines between them.
 */
export function drawQr(text: string): QrShape {
  const qr = create(text, { errorCorrectionLevel: 'M' })
  const size = qr.modules.size
  const rects: string[] = []
  for (let y = 0; y < size; y++) {
    let start = -1
    for (let x = 0; x <= size; x++) {
      const dark = x < size && qr.modules.get(y, x) === 1
      if (dark && start < 0) start = x
      if (!dark && start >= 0) {
        rects.push(`M${start} ${y}h${x - start}v1h${start - x}z`)
        start = -1
      }
    }
  }
  return { path: rects.join(''), sizeModules: size, version: qr.version }
}
