import { signGuest } from '@/lib/accounts/guests/rules'
import { newId } from '@/lib/platform/ids'

/** A page to look at, and the cookie to come with. */
export type LookedAt = { name: string; path: string; cookie?: string }

type Listed = { items: { slug: string; title: string }[] }
type Event = { performances: { id: string; status: string }[] }

/** Home, an event, its seats, and a cart with two seats of it: of a guest who exists for this alone. */
export async function preparePages(origin: string, secret: string): Promise<LookedAt[]> {
  const cookie = `tb_guest=${signGuest(newId(), secret)}`
  for (const { slug } of (await ask<Listed>(`${origin}/api/v1/events?limit=20`)).items) {
    const { performances } = await ask<Event>(`${origin}/api/v1/events/${slug}`)
    const open = performances.find(({ status }) => status === 'on_sale')
    if (!open || !(await holdTwo(origin, open.id, cookie))) continue
    return [
      { name: 'home', path: '/' },
      { name: 'event', path: `/events/${slug}` },
      { name: 'seats', path: `/performances/${open.id}` },
      { name: 'cart', path: '/cart', cookie },
    ]
  }
  throw new Error('There is no event on sale with two seats side by side: is the database seeded?')
}

async function holdTwo(origin: string, performanceId: string, cookie: string): Promise<boolean> {
  const answer = await fetch(`${origin}/api/v1/performances/${performanceId}/holds`, {
    method: 'POST',
    headers: { cookie, origin, 'content-type': 'application/json' },
    body: JSON.stringify({ best: { quantity: 2 } }),
  })
  return answer.ok
}

async function ask<T>(url: string): Promise<T> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
  return (await answer.json()) as T
}
