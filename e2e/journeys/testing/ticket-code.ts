import jsQR from 'jsqr'
import sharp from 'sharp'
import { readTicketKeys, verifyTicketCode } from '@/lib/delivery/codes/rules'
import type { TicketClaims } from '@/lib/delivery/codes/types'

/** The text of the QR code in a picture, as a door's camera reads it. */
export async function readQr(image: Buffer): Promise<string> {
  const { data, info } = await sharp(image).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const found = jsQR(new Uint8ClampedArray(data), info.width, info.height)
  if (!found) throw new Error('There is no readable QR code in this picture')
  return found.data
}

/** What a code says, if the box office has signed it. Needs the public key, and no network. */
export function readCode(code: string): TicketClaims {
  const { publicKey } = readTicketKeys(process.env.TICKET_SIGNING_KEY as string)
  const verified = verifyTicketCode(code, publicKey)
  if (!verified.ok) throw new Error(`The code is not ours: ${verified.detail}`)
  return verified.value
}
