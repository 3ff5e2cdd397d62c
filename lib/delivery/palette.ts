/**
 * The house's colours as plain hex, for paper, pictures and mail, where no CSS variable reaches. The same
 * values as in app/globals.css, which decides them.
 */
export const PALETTE = {
  ink: '#15131a',
  muted: '#5c564b',
  faint: '#857c6c',
  line: '#d8d0c1',
  ground: '#f6f2e9',
  surface: '#fffcf6',
  white: '#ffffff',
  nightGround: '#0e0e12',
  nightSurface: '#17171d',
  nightLine: '#2c2c36',
  nightInk: '#f6f1e7',
  nightMuted: '#a8a399',
  /** Only for what can be done next. */
  accent: '#ffc531',
} as const
