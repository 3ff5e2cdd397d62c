import type { Page } from '@playwright/test'
import { askApi, openGuest } from '@/e2e/api/testing/api'

/** Somebody else holds seats, through the API. */
export async function takeSeats(performanceId: string, seats: string[]): Promise<void> {
  const token = await openGuest()
  await askApi('POST', `/performances/${performanceId}/holds`, { token, json: { seats } })
}

/** Somebody else is quicker: takes the seats while the page's next call is on its way. */
export async function loseOnTheWay(page: Page, performanceId: string, seats: string[]): Promise<void> {
  const isAction = (url: URL) => url.pathname.startsWith('/performances/') || url.pathname === '/cart'
  await page.route(isAction, async (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    await page.unroute(isAction)
    await takeSeats(performanceId, seats)
    await route.continue()
  })
}
