import type { PlanCategory } from '../plan'

/**
 * Eight colours for price categories, in the order of a price list; `--cat-1` … in app/globals.css are the same. Any
 * two stay apart for normal, protan, deutan and tritan eyes (Machado 2009), and each stands out 3:1 from the grounds of
 * both themes.
 */
export const CATEGORY_COLORS = [
  '#c86a00',
  '#f52a55',
  '#328dd0',
  '#276e31',
  '#8111ff',
  '#bf009c',
  '#7968f0',
  '#9f4d70',
] as const

/** Categories `cat-1`, `cat-2`, … in the order given, best first; colours repeat after eight. */
export function makeCategories(names: readonly string[]): PlanCategory[] {
  return names.map((name, index) => ({
    id: `cat-${index + 1}`,
    name,
    color: CATEGORY_COLORS[index % CATEGORY_COLORS.length] ?? CATEGORY_COLORS[0],
  }))
}
