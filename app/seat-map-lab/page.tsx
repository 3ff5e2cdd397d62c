import { notFound } from 'next/navigation'
import { ClientMessages } from '@/components/site/client-messages'
import { env } from '@/lib/platform/env'
import { Lab } from './_components/lab'

type Props = { searchParams: Promise<{ seats?: string; map?: string }> }

const MAX_SEATS = 200_000

/** For developers: any plan, at any size, with the time each frame takes. `?seats=20000`, or `?map=` a seat map's id. */
export default async function SeatMapLabPage({ searchParams }: Props) {
  if (env.NODE_ENV === 'production') notFound()
  const { seats, map } = await searchParams
  const seatCount = Math.min(MAX_SEATS, Math.max(1, Number.parseInt(seats ?? '', 10) || 100_000))
  return (
    <ClientMessages namespaces={['seatMapLab']}>
      <Lab key={map ?? seatCount} seatCount={seatCount} seatMapId={map ?? null} />
    </ClientMessages>
  )
}
