/** 0…255 each. */
export type Rgb = [red: number, green: number, blue: number]

/** `share` (0…1) of `b` in `a`. Colours that are not `#rrggbb` cannot be mixed: then `a` as it is. */
export function mixColors(a: string, b: string, share: number): string {
  const from = readHex(a)
  const to = readHex(b)
  if (!from || !to) return a
  const mixed = from.map((part, at) => Math.round(part + ((to[at] as number) - part) * share))
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

/** The ink of the two that reads better on the colour (WCAG contrast). */
export function inkOn(color: string, dark: string, light: string): string {
  return contrastOf(color, dark) >= contrastOf(color, light) ? dark : light
}

/** `#rrggbb` with an alpha of 0…1. */
export function withAlpha(color: string, alpha: number): string {
  const rgb = readHex(color)
  return rgb ? `rgb(${rgb.join(' ')} / ${alpha})` : color
}

/** True for a ground that is darker than middle grey. */
export function isDark(color: string): boolean {
  return luminanceOf(color) < 0.18
}

/** How far apart two colours are in brightness, 1…21 (WCAG contrast). */
export function contrastOf(one: string, other: string): number {
  const [a, b] = [luminanceOf(one), luminanceOf(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

function luminanceOf(color: string): number {
  const [red, green, blue] = (readHex(color) ?? [128, 128, 128]).map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The parts of `#rrggbb`; null for any other way to write a colour. */
export function readHex(color: string): Rgb | null {
  const hex = /^#([0-9a-f]{6})$/i.exec(color.trim())?.[1]
  if (!hex) return null
  const value = Number.parseInt(hex, 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}
