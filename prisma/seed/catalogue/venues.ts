import { drawArena } from '../venues/arena'
import { drawClub } from '../venues/club'
import { drawHall } from '../venues/hall'
import { drawStadium } from '../venues/stadium'
import { drawTheatre } from '../venues/theatre'
import type { CatalogueVenue, VenueKey } from './types'

export const VENUES: Readonly<Record<VenueKey, CatalogueVenue>> = {
  theatre: {
    organizer: 'halcyon',
    name: 'Halcyon Theatre',
    city: 'London',
    country: 'GB',
    timezone: 'Europe/London',
    address: '4 Larkspur Row, London',
    currency: 'GBP',
    drawSeatMap: drawTheatre,
  },
  club: {
    organizer: 'nordlicht',
    name: 'Färberhaus',
    city: 'Berlin',
    country: 'DE',
    timezone: 'Europe/Berlin',
    address: 'Indigogasse 12, Berlin',
    currency: 'EUR',
    drawSeatMap: drawClub,
  },
  arena: {
    organizer: 'eastline',
    name: 'Eastline Arena',
    city: 'New York',
    country: 'US',
    timezone: 'America/New_York',
    address: '900 Gantry Street, New York',
    currency: 'USD',
    drawSeatMap: drawArena,
  },
  stadium: {
    organizer: 'aoba',
    name: 'Aoba Stadium',
    city: 'Tokyo',
    country: 'JP',
    timezone: 'Asia/Tokyo',
    address: '3-8 Aobadai Kōen, Tokyo',
    currency: 'JPY',
    drawSeatMap: drawStadium,
  },
  hall: {
    organizer: 'nordlicht',
    name: 'Saal am Kastanienhof',
    city: 'Vienna',
    country: 'AT',
    timezone: 'Europe/Vienna',
    address: 'Kastanienhof 2, Wien',
    currency: 'EUR',
    drawSeatMap: drawHall,
  },
}
