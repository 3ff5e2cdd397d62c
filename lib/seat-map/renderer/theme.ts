/** Colours and type of the map; `#rrggbb` where two are mixed, so best everywhere. */
export type RenderTheme = {
  ground: string
  section: string
  sectionLine: string
  stage: string
  stageInk: string
  /** Light that falls from the stage on the floor, 0 (none) … 1. */
  glow: number
  pitch: string
  pitchLine: string
  label: string
  labelMuted: string
  held: string
  sold: string
  blocked: string
  mine: string
  mineInk: string
  mineEdge: string
  danger: string
  hover: string
  focus: string
  /** CSS font families. */
  font: string
  displayFont: string
}

/** The house with its lights down: the map at its best. */
export const DARK_THEME: RenderTheme = {
  ground: '#0b0b0f',
  section: '#16161c',
  sectionLine: '#2f2f3a',
  stage: '#f6f1e7',
  stageInk: '#0e0e12',
  glow: 0.16,
  pitch: '#12261c',
  pitchLine: '#3f6b54',
  label: '#f6f1e7',
  labelMuted: '#a8a399',
  held: '#8a8794',
  sold: '#73717f',
  blocked: '#6f6d7b',
  mine: '#ffc531',
  mineInk: '#15131a',
  mineEdge: '#fff3cf',
  danger: '#ff8f80',
  hover: '#ffffff',
  focus: '#ffffff',
  font: 'system-ui, sans-serif',
  displayFont: 'system-ui, sans-serif',
}

/** The same on warm paper. */
export const LIGHT_THEME: RenderTheme = {
  ...DARK_THEME,
  ground: '#ece7dc',
  section: '#f8f5ee',
  sectionLine: '#cfc6b5',
  stage: '#15131a',
  stageInk: '#f6f2e9',
  glow: 0,
  pitch: '#cfdcc4',
  pitchLine: '#f4f7ef',
  label: '#15131a',
  labelMuted: '#5c564b',
  held: '#8f8777',
  sold: '#c8bfae',
  blocked: '#d3cbbb',
  mineEdge: '#15131a',
  danger: '#ab1f17',
  hover: '#15131a',
  focus: '#15131a',
}
