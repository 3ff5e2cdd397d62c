import { isDark } from '@/lib/seat-map/renderer/color'
import { DARK_THEME, LIGHT_THEME, type RenderTheme } from '@/lib/seat-map/renderer/theme'

/** The page's CSS variables that the map is drawn with. */
const VARIABLES = {
  ground: '--map-ground',
  section: '--map-section',
  sectionLine: '--map-section-line',
  stage: '--map-stage',
  stageInk: '--map-stage-ink',
  label: '--map-label',
  labelMuted: '--map-label-muted',
  held: '--map-held',
  sold: '--map-sold',
  blocked: '--map-blocked',
  mine: '--map-mine',
  mineInk: '--map-mine-ink',
  mineEdge: '--map-mine-edge',
  danger: '--danger',
  hover: '--map-hover',
  focus: '--map-focus',
} as const satisfies Partial<Record<keyof RenderTheme, string>>

/** The theme in force where the element stands. */
export function readRenderTheme(element: HTMLElement): RenderTheme {
  const style = getComputedStyle(element)
  const read = (variable: string) => style.getPropertyValue(variable).trim()
  const base = isDark(read('--map-ground') || DARK_THEME.ground) ? DARK_THEME : LIGHT_THEME
  const theme: RenderTheme = { ...base, font: style.fontFamily }
  theme.displayFont = [read('--font-display-latin'), theme.font].filter(Boolean).join(', ')
  for (const [name, variable] of Object.entries(VARIABLES)) {
    const value = read(variable)
    if (value) theme[name as keyof typeof VARIABLES] = value
  }
  return theme
}

/** Calls back when the theme may have changed: by the visitor, by the system, or because a font has arrived. */
export function watchRenderTheme(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'class'] })
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  dark.addEventListener('change', onChange)
  document.fonts.addEventListener('loadingdone', onChange)
  return () => {
    observer.disconnect()
    dark.removeEventListener('change', onChange)
    document.fonts.removeEventListener('loadingdone', onChange)
  }
}
