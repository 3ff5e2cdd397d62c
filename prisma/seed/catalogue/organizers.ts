import type { CatalogueOrganizer, OrganizerKey } from './types'

export const ORGANIZERS: Readonly<Record<OrganizerKey, CatalogueOrganizer>> = {
  halcyon: { slug: 'halcyon-stage', name: 'Halcyon Stage' },
  nordlicht: { slug: 'nordlicht-live', name: 'Nordlicht Live' },
  eastline: { slug: 'eastline-presents', name: 'Eastline Presents' },
  aoba: { slug: 'aoba-grounds', name: 'Aoba Grounds' },
}
