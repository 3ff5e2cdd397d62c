import type { ReactNode } from 'react'
import satori from 'satori'
import sharp from 'sharp'
import { FONT_FACES, type FontFace, facesOf, fontFile, rareFacesIn, type Voice } from './fonts'

/** The only file that knows satori: a layout in JSX becomes a picture. */

export type Picture = {
  layout: ReactNode
  /** All that is written in the layout, in any order: which faces it takes. */
  text: string
  widthPx: number
  heightPx: number
  /** SVG path the picture is cut to, in pixels; what is outside is transparent. */
  outline: string
  /** SVG drawn over the layout, inside the outline (codes, perforations: what must be exact to the pixel). */
  overlay: string
}

/** CSS `font-family` of a voice: its faces, first choice first. */
export function familyOf(voice: Voice): string {
  return facesOf(voice).join(', ')
}

/** The picture as a PNG. The same picture gives the same bytes. */
export async function renderPng(picture: Picture): Promise<Buffer> {
  const { widthPx: width, heightPx: height } = picture
  const layer = await satori(picture.layout, { width, height, fonts: satoriFonts(picture.text) })
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<defs><clipPath id="outline"><path d="${picture.outline}"/></clipPath></defs>`,
    `<g clip-path="url(#outline)">${layer}${picture.overlay}</g></svg>`,
  ].join('')
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 128, effort: 7 }).toBuffer()
}

type SatoriFont = { name: FontFace; data: Buffer; weight: 400; style: 'normal' }

let common: SatoriFont[] | undefined

function satoriFonts(text: string): SatoriFont[] {
  common ??= FONT_FACES.map(toSatori)
  return [...common, ...rareFacesIn(text).map(toSatori)]
}

function toSatori(name: FontFace): SatoriFont {
  return { name, data: fontFile(name), weight: 400, style: 'normal' }
}
