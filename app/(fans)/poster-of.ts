import { posterColours } from '@/lib/events/posters/colours'

/**
 * Where an event's poster is, and the colour to hold its place: the organizer's own image, or the one drawn for it,
 * whose paper is known before it is there.
 */
export function posterOf(event: { slug: string; imageUrl: string | null }): {
  src: string
  placeholder?: string
} {
  if (event.imageUrl) return { src: event.imageUrl }
  return { src: `/events/${event.slug}/poster`, placeholder: posterColours(event.slug).paper }
}
