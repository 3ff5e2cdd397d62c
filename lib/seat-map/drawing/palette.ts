import type { PlanCategory } from '../plan'

/**
 * Six colours for price categories, in the order of a price list. Chosen so that any two stay apart for normal,
 * protan, deutan and tritan eyes, and each stands out from the dark ground (the test beside this file measures it).
 */
export const CATEGORY_COLORS = ['#c6a605', '#e8256f', '#3f72c4', '#17bcaf', '#9644f2', '#a74d16'] as const

/** Categories `cat-1`, `cat-2`, … in the order given, best first; colours repeat after six. */
export function makeCategories(names: readonly string[]): PlanCategory[] {
  return names.map((name, index) => ({
    id: `cat-${index + 1}`,
    name,
    color: CATEGORY_COLORS[index % CATEGORY_COLORS.length] ?? CATEGORY_COLORS[0],
  }))
}
