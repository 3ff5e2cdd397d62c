import type { OrderAccess } from '@/lib/reservations/orders/types'

/** The address of a ticket's page, or of a part of it, with the key it was opened with and what went wrong. */
export function ticketPath(
  ticketId: string,
  { key }: OrderAccess,
  part: `/${string}` | '' = '',
  trouble?: string,
): string {
  const query = new URLSearchParams({ ...(key ? { key } : {}), ...(trouble ? { trouble } : {}) })
  return `/tickets/${ticketId}${part}${query.size > 0 ? `?${query}` : ''}`
}
