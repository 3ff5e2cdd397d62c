import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** What depends on the colours; everything else is the same in both lights. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

/** axe finds nothing, with the house lights up and down; and nothing sticks out of the page sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  // Colours on their way from one light to the other are nobody's.
  await page.addStyleTag({ content: '*, ::before, ::after { transition: none !important }' })
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const found = await inspect(new AxeBuilder({ page }).setLegacyMode().withTags(TAGS))
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  const foundInTheDark = await inspect(new AxeBuilder({ page }).setLegacyMode().withRules(COLOUR_RULES))
  expect({ found, foundInTheDark }, page.url()).toEqual({ found: [], foundInTheDark: [] })
  const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  expect(await page.evaluate(overflow), `${page.url()} is wider than its window`).toBeLessThanOrEqual(0)
}

async function inspect(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
  )
}
