import type { EventCard, OrganizerName } from '@/lib/events/types'
import type { Page } from '@/lib/platform/page'
import { EventMonths } from '../../../_components/event-months'
import { FollowPage } from '../../../_components/follow-page'

type Props = { organizer: OrganizerName; events: Page<EventCard>; following: boolean | null }

/** Who presents, and the events they have coming. */
export function OrganizerView({ organizer, events, following }: Props) {
  const who = { kind: 'organizer' as const, ...organizer }
  return (
    <FollowPage who={who} following={following} nextCursor={events.nextCursor}>
      {events.items.length > 0 && <EventMonths events={events.items} />}
    </FollowPage>
  )
}
