export const WIDTH = 600
export const HEIGHT = 800
export const MARGIN = 34

export type Box = { x: number; y: number; width: number; height: number }
export type Point = readonly [x: number, y: number]

/** A coordinate with at most one decimal: a tenth of a unit is below a printer's dot at any size shown. */
export const n = (value: number): string => String(Math.round(value * 10) / 10)

export const at = ([x, y]: Point): string => `${n(x)} ${n(y)}`

/** Text made safe inside XML, in content and in attributes; characters XML cannot hold are dropped. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[<>&'"]/g, (character) => `&#${character.charCodeAt(0)};`)
}

export const rect = (x: number, y: number, width: number, height: number, fill: string): string =>
  `<path fill="${fill}" d="M${n(x)} ${n(y)}h${n(width)}v${n(height)}h${n(-width)}z"/>`

export const sheetOf = (fill: string): string => rect(0, 0, WIDTH, HEIGHT, fill)

export const disc = (x: number, y: number, radius: number, fill: string): string =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" fill="${fill}"/>`

export const ring = (x: number, y: number, radius: number, width: number, stroke: string): string =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" fill="none" stroke="${stroke}" stroke-width="${n(width)}"/>`

export const shape = (d: string, fill: string): string => `<path fill="${fill}" d="${d}"/>`

export const line = (d: string, stroke: string, width: number, extra = ''): string =>
  `<path fill="none" stroke="${stroke}" stroke-width="${n(width)}"${extra && ` ${extra}`} d="${d}"/>`

export const polygon = (points: readonly Point[]): string => `M${points.map(at).join('L')}z`

/** Printed over what is there, as a second ink is: where both are, both show. */
export const printOver = (body: string): string => `<g style="mix-blend-mode:multiply">${body}</g>`

export const turn = (degrees: number, x: number, y: number, body: string): string =>
  `<g transform="rotate(${n(degrees)} ${n(x)} ${n(y)})">${body}</g>`

/** Left for right, about the upright line at x. */
export const mirror = (x: number, body: string): string =>
  `<g transform="translate(${n(2 * x)} 0)scale(-1 1)">${body}</g>`

/** The part of `body` inside the outline `d`. Ids are per poster: several may be inlined in one page. */
export const clip = (id: string, d: string, body: string): string =>
  `<clipPath id="${id}"><path d="${d}"/></clipPath><g clip-path="url(#${id})">${body}</g>`

/** Degrees clockwise from three o'clock, as SVG turns. */
export function polar(x: number, y: number, radius: number, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180
  return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
}

/** A circular arc, clockwise from one angle to a greater one less than a full turn away. */
export function arc(x: number, y: number, radius: number, from: number, to: number): string {
  const large = to - from > 180 ? 1 : 0
  return `M${at(polar(x, y, radius, from))}A${n(radius)} ${n(radius)} 0 ${large} 1 ${at(polar(x, y, radius, to))}`
}

export const circlePath = (x: number, y: number, radius: number): string =>
  `M${n(x - radius)} ${n(y)}a${n(radius)} ${n(radius)} 0 1 1 ${n(2 * radius)} 0a${n(radius)} ${n(radius)} 0 1 1 ${n(-2 * radius)} 0z`

export const rectPath = ({ x, y, width, height }: Box): string =>
  `M${n(x)} ${n(y)}h${n(width)}v${n(height)}h${n(-width)}z`

/** A smooth closed curve through the points (Catmull-Rom as Béziers). */
export function blob(points: readonly Point[]): string {
  const count = points.length
  const p = (index: number) => points[(index + count) % count]!
  const curves = points.map((_, i) => {
    const [before, from, to, after] = [p(i - 1), p(i), p(i + 1), p(i + 2)]
    const first: Point = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6]
    const second: Point = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6]
    return `C${at(first)} ${at(second)} ${at(to)}`
  })
  return `M${at(p(0))}${curves.join('')}z`
}

/** A smooth open curve through the points. */
export function curve(points: readonly Point[]): string {
  const p = (index: number) => points[Math.min(points.length - 1, Math.max(0, index))]!
  const curves = points.slice(1).map((to, i) => {
    const [before, from, after] = [p(i - 1), p(i), p(i + 2)]
    const first: Point = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6]
    const second: Point = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6]
    return `C${at(first)} ${at(second)} ${at(to)}`
  })
  return `M${at(p(0))}${curves.join('')}`
}
