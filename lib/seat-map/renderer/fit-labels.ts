import type { Context2D, Scene, SceneSection } from './scene'

const MIN_NAME_PX = 7.5
const MAX_NAME_PX = 18
/** A name in one line smaller than this had better be two. */
const WRAP_BELOW_PX = 11
/** Under smaller names there is nothing but seats. */
const LINES_FROM_PX = 9
/** From line to line, of the size. */
export const NAME_PITCH = 1.12
export const LINE_PITCH = 1.25
/** What one section tells, the others should tell too: a kind of line that fits fewer of them is left away. */
const COMMON_SHARE = 0.6

/** What stands under a section's name. */
export type SectionTexts = {
  /** How much is free, e.g. `38 free`. */
  freeLabel(count: number): string
  /** What it costs, e.g. `€45–€80`; empty for nothing to say. */
  sectionNote?(sectionIndex: number): string
}

/** A section's name as it fits: in one line or two, at a size in CSS pixels. */
export type Label = { look: SceneSection; name: readonly string[]; sizePx: number }

/** Each name as big as its section lets it be, cut where even the smallest is too wide. */
export function fitNames(
  ctx: Context2D,
  scene: Scene,
  inView: readonly SceneSection[],
  scale: number,
): Label[] {
  const fits = inView.map((look) => fitName(ctx, scene, look, scale))
  // One size for most of them reads as one voice; only those with less room are smaller.
  const sizes = fits.map(({ sizePx }) => sizePx).filter((sizePx) => sizePx >= MIN_NAME_PX)
  sizes.sort((a, b) => a - b)
  const common = sizes[Math.floor(sizes.length * 0.3)] ?? 0
  const largest = Math.min(MAX_NAME_PX, Math.max(common, MIN_NAME_PX + 1))
  return fits.flatMap((fit) => {
    // Whole halves: a font of a new size for every frame of a zoom is dear.
    const sizePx = Math.floor(Math.min(largest, fit.sizePx) * 2) / 2
    if (sizePx >= MIN_NAME_PX) return { ...fit, sizePx }
    const name = cutName(ctx, scene, fit.look, scale)
    return name ? { look: fit.look, name: [name], sizePx: MIN_NAME_PX } : []
  })
}

/** In one line, or in two where that makes it bigger. */
function fitName(ctx: Context2D, scene: Scene, look: SceneSection, scale: number): Label {
  const { name } = look.section
  const sizeOf = (lines: readonly string[]) => {
    const widest = Math.max(...lines.map((line) => scene.labelText.widthOf(ctx, line, scene.theme.font)))
    const high = (look.halfHeight * scale * 1.1 * 2) / (1 + lines.length)
    return Math.min((look.halfWidth * 2 * scale) / (widest + 0.4), high)
  }
  const one = { look, name: [name], sizePx: sizeOf([name]) }
  const halves = one.sizePx < WRAP_BELOW_PX ? halve(name) : null
  const two = halves && { look, name: halves, sizePx: sizeOf(halves) }
  return two && two.sizePx > one.sizePx ? two : one
}

/** At the space nearest to the middle; null for a single word, or one with a mere number or letter. */
function halve(name: string): [string, string] | null {
  const spaces = [...name.matchAll(/\s+/g)].map(({ index }) => index)
  const off = (at: number) => Math.abs(at - name.length / 2)
  const at = spaces.sort((a, b) => off(a) - off(b))[0]
  return at === undefined || name.length < 8 ? null : [name.slice(0, at), name.slice(at).trim()]
}

/** Cut to what fits at the smallest size. Half a number is another number: those are whole or not there. */
function cutName(ctx: Context2D, scene: Scene, look: SceneSection, scale: number): string | null {
  const { name } = look.section
  if (look.halfHeight * scale < MIN_NAME_PX || /^[\d\s]*$/.test(name)) return null
  const room = (look.halfWidth * 2 * scale) / MIN_NAME_PX
  const { font } = scene.theme
  if (scene.labelText.widthOf(ctx, name, font) <= room) return name
  // What tells Floor A2 from Floor A3 is the end.
  const code = /\s(\S{0,3}\d\S{0,3})$/.exec(name)?.[1]
  if (!code) return scene.labelText.shorten(ctx, name, room, font)
  return scene.labelText.widthOf(ctx, code, font) <= room ? code : null
}

/** What to write under each name: prices and what is free, as far as most of the sections have room for it. */
export function fitLines(
  ctx: Context2D,
  scene: Scene,
  labels: readonly Label[],
  scale: number,
  { freeLabel, sectionNote }: SectionTexts,
): (label: Label) => readonly string[] {
  const kindsOf = ({ look }: Label): readonly (readonly string[])[] => {
    const note = sectionNote?.(look.section.index) ?? ''
    const free = freeLabel(look.freeCount)
    return note ? [[note, free], [`${note} · ${free}`], [free], [note]] : [[free], [free], [free], []]
  }
  const doesFit = (label: Label, lines: readonly string[] = []) => {
    const { look, sizePx, name } = label
    const smallPx = smallSize(sizePx)
    const height = name.length * sizePx * NAME_PITCH + lines.length * smallPx * LINE_PITCH
    const widest = Math.max(0, ...lines.map((line) => scene.labelText.widthOf(ctx, line, scene.theme.font)))
    return look.halfHeight * 2 * scale > height && widest * smallPx < look.halfWidth * 2 * scale * 0.96
  }
  const roomy = labels.filter(({ sizePx }) => sizePx >= LINES_FROM_PX)
  const kinds = roomy.map((label) => ({ label, lines: kindsOf(label) }))
  const common = [0, 1, 2, 3].find((kind) => {
    const fitting = kinds.filter(({ label, lines }) => doesFit(label, lines[kind]))
    return fitting.length > labels.length * COMMON_SHARE
  })
  if (common === undefined) return () => []
  const chosen = new Map(
    kinds.map(({ label, lines }) => [label, lines.slice(common).find((kind) => doesFit(label, kind)) ?? []]),
  )
  return (label) => chosen.get(label) ?? []
}

/** The size of the lines under a name. */
export function smallSize(sizePx: number): number {
  return Math.max(9, Math.min(12, Math.round(sizePx * 1.4) / 2))
}
