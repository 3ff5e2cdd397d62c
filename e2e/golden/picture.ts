import sharp from 'sharp'

/** A colour part that is off by more than this is seen; less is another machine's rounding. */
const SEEN_PART = 48

/** The share of pixels, 0…1, that look different. Pictures of different sizes differ entirely. */
export async function compareImages(a: Buffer, b: Buffer): Promise<number> {
  const [one, other] = await Promise.all([readPixels(a), readPixels(b)])
  if (one.width !== other.width || one.height !== other.height) return 1
  let off = 0
  for (let at = 0; at < one.data.length; at += 3) {
    const partsOff = [0, 1, 2].map((part) =>
      Math.abs((one.data[at + part] as number) - (other.data[at + part] as number)),
    )
    if (Math.max(...partsOff) > SEEN_PART) off++
  }
  return (off * 3) / one.data.length
}

/** As small as a picture of few colours can be kept. */
export function packImage(png: Buffer): Promise<Buffer> {
  return sharp(png).removeAlpha().png({ palette: true, colours: 16, dither: 0, effort: 10 }).toBuffer()
}

async function readPixels(png: Buffer) {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}
