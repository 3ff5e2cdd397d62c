import { expect } from 'vitest'
import type { Money } from '@/lib/platform/money'

type Named = { id: string; name: string; color: string }

type SeatAnswer = {
  label: string
  section: string
  row: string
  number: string
  category: Named
  ticketType: Named
  price: Money
}

/** For tests: every field of any answer that a test looks at. Which are there is what the test is about. */
export type Answer = {
  id: string
  slug: string
  /** Names for their organizer, `{ slug, name }` for everybody. */
  artists: unknown[]
  code: string
  token: string
  title: string
  detail: string
  status: string
  reference: string
  refundId: string
  cancelReason: string | null
  openapi: string
  servers: unknown[]
  user: { id: string; email: string; name: string } | null
  items: Answer[]
  nextCursor: string | null
  nextPerformanceAt: string | null
  startsAt: string
  performances: Answer[]
  prices: { category: Named; ticketTypes: { id: string; name: string; price: Money }[] }[]
  labels: string[]
  counts: Record<'free' | 'held' | 'sold' | 'blocked', number>
  hold: { expiresAt: string; seats: SeatAnswer[] }
  cart: Answer
  holds: { performanceId: string; seats: SeatAnswer[] }[]
  total: Money
  totals: Money[]
  order: Answer
  lines: { seat: SeatAnswer; price: Money }[]
  payment: { brand: string; last4: string } | null
  paymentUrl: string | null
  pdfUrl: string
  imageUrl: string
  seats: string[]
  alternatives: string[]
  currencies: string[]
  errors: { path: string; message: string }[]
  checks: Record<string, string>
  types: { category: Named; sold: number; revenue: Money }[]
  revenue: Money
  changed: number
  seatCount: number
}

/** For tests: the body of an answer with the expected status; anything else fails with what came instead. */
export async function read(response: Response, status = 200): Promise<Answer> {
  const text = await response.text()
  if (response.status !== status)
    expect.fail(`${response.status} instead of ${status}: ${text.slice(0, 500)}`)
  return JSON.parse(text) as Answer
}

/** For tests: a refusal of the expected status and code, RFC 9457. Returns its facts. */
export async function readProblem(response: Response, status: number, code: string): Promise<Answer> {
  const problem = await read(response, status)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(problem).toMatchObject({ status, code, requestId: response.headers.get('x-request-id') })
  expect(response.headers.get('cache-control')).toBe('private, no-store')
  return problem
}
