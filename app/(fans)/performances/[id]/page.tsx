import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { preload } from 'react-dom'
import { ClientMessages } from '@/components/site/client-messages'
import { currentOwner } from '@/lib/accounts/session'
import { viewCart } from '@/lib/coordinator/view-cart'
import { findPerformance } from '@/lib/events/performances/queries'
import { realtimeAddress } from '@/lib/realtime/pusher'
import { EventHeading } from './_components/event-heading'
import { SeatsView } from './_components/seats-view'
import { answerOffer, changeSeats, extendHold } from './actions'
import { toSale } from './to-sale'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const performance = await findPerformance((await params).id)
  const t = await getTranslations('seats')
  return performance ? { title: t('title', { title: performance.event.title }) } : {}
}

/** The live seat map of one performance. */
export default async function SeatsPage({ params }: Props) {
  const { id } = await params
  // Before the cart is read: an answer that overtakes this page is newer by its clock too.
  const now = new Date()
  const [performance, cart] = await Promise.all([findPerformance(id), currentOwner().then(viewCart)])
  if (!performance) notFound()
  // The browser asks for it only once it runs our code; so it is there by then.
  preload(`/api/v1/seat-maps/${performance.seatMapId}`, { as: 'fetch', crossOrigin: 'anonymous' })
  return (
    <ClientMessages namespaces={['seats', 'seatMap', 'cart']}>
      <SeatsView
        sale={toSale(performance)}
        start={{ performanceId: performance.id, maxSeats: performance.maxSeats, cart, now }}
        realtime={realtimeAddress()}
        actions={{ changeSeats, answerOffer, extendHold }}
        heading={<EventHeading performance={performance} />}
      />
    </ClientMessages>
  )
}
