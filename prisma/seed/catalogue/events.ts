import { ARENA_EVENTS } from './arena-events'
import { CLUB_EVENTS } from './club-events'
import { HALL_EVENTS } from './hall-events'
import { STADIUM_EVENTS } from './stadium-events'
import { THEATRE_EVENTS } from './theatre-events'
import type { CatalogueEvent } from './types'

/** The whole demo season: invented people, plays, bands and clubs. */
export const EVENTS: readonly CatalogueEvent[] = [
  ...THEATRE_EVENTS,
  ...CLUB_EVENTS,
  ...ARENA_EVENTS,
  ...STADIUM_EVENTS,
  ...HALL_EVENTS,
]
