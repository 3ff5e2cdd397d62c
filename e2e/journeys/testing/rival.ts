import type { Page } from '@playwright/test'
import { askApi, openGuest } from '@/e2e/api/testing/api'

/** Somebody else holds seats, through the API. */
export async function takeSeats(performanceId: string, seats: string[]): Promise<void> {
  const token = await openGuest()
  await askApi('POST', `/performances/${performanceId}/holds`, { token, json: { seats } })
}

/**
 * A bad line: what the page asks of the server waits on its way until the returned function is called. Clicks gather
 * meanwhile, and somebody else can be quicker.
 */
export async function holdBack(page: Page): Promise<() => void> {
  let letGo = () => {}
  const released = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const isAction = (url: URL) => url.pathname.startsWith('/performances/')
  await page.route(isAction, async (route) => {
    if (route.request().method() === 'POST') await released
    await route.fallback()
  })
  return () => letGo()
}
