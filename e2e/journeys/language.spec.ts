import { expect, type Page, test } from '@playwright/test'
import { createShow } from '@/e2e/api/testing/organizer'

const LANGUAGES = [
  { locale: 'de-AT', lang: 'de', title: 'Erst der Abend', cart: 'Warenkorb' },
  { locale: 'es-ES', lang: 'es', title: 'Elige una noche', cart: 'Carrito' },
  { locale: 'fr-CA', lang: 'fr', title: 'Choisissez un soir', cart: 'Panier' },
] as const

/** A message that is missing is shown as its key. */
const UNSAID =
  /\b(common|site|catalogue|event|seats|seatMap|cart|checkout|account|orders?)\.[a-z]+(\.\w+)*\b(?!\.com)/

/** Nothing sticks out at the side, and no message is missing. */
async function isWell(page: Page, lang: string): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', lang)
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBeLessThanOrEqual(0)
  await expect(page.locator('body')).not.toContainText(UNSAID, { useInnerText: true })
}

for (const { locale, lang, title, cart } of LANGUAGES) {
  test.describe(`a browser that asks for ${locale}`, () => {
    test.use({ locale })

    test('is answered in it on every page of the way, until something else is chosen', async ({ page }) => {
      const show = await createShow()
      await page.goto('/')
      await expect(page.getByRole('heading', { level: 1 })).toContainText(title)
      await isWell(page, lang)
      await page.goto(`/events/${show.slug}`)
      await isWell(page, lang)
      await page.goto(`/performances/${show.performanceId}`)
      await page.locator('canvas[data-view]').waitFor()
      await isWell(page, lang)
      await page.goto('/cart')
      await expect(page).toHaveTitle(new RegExp(cart, 'i'))
      await isWell(page, lang)
      await page.goto('/sign-up')
      await isWell(page, lang)
      await page.locator('footer select[name=locale]').selectOption('en')
      await expect(page.locator('html')).toHaveAttribute('lang', 'en')
      await page.goto('/')
      await isWell(page, 'en')
    })
  })
}
