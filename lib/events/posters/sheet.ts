import type { PosterColours } from './colours'
import type { Random } from './random'
import type { Cut } from './type/letterforms'
import type { TypeCase } from './type/type-case'

/** What a poster says. Lines that are not given are not set. */
export type PosterCopy = { title: string; subtitle?: string; dateLine?: string; venueLine?: string }

/** One poster in the making: everything a composition draws from. */
export type Sheet = {
  random: Random
  inks: PosterColours & { both: string }
  copy: PosterCopy
  type: TypeCase
  /** Begins every id in this poster. */
  prefix: string
}

/** Draws a whole poster, ground and type included. */
export type Composition = (sheet: Sheet) => string

export type TitleStyle = {
  cut?: Cut
  caps?: boolean
  /** `stack` scales every line to the full width. */
  stack?: boolean
  leading?: number
  tracking?: number
  maxSize?: number
  maxLines?: number
  /** The share of the sheet's height the title may take. */
  share?: number
  align?: 'left' | 'right' | 'centre'
}
