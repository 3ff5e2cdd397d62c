import type { OrderAccess } from '@/lib/reservations/orders/types'

/** The address of a ticket's page, or of a part of it, with the key it was opened with. */
export function ticketPath(ticketId: string, { key }: OrderAccess, part: `/${string}` | '' = ''): string {
  const query = key ? `?${new URLSearchParams({ key })}` : ''
  return `/tickets/${ticketId}${part}${query}`
}
