/** Where an event's poster is: the organizer's own image, or the one drawn for it. */
export function posterOf(event: { slug: string; imageUrl: string | null }): { src: string } {
  return { src: event.imageUrl ?? `/events/${event.slug}/poster` }
}
