'use client'

import { useRouter } from 'next/navigation'
import { Countdown } from '@/components/ui/countdown'

type Props = { expiresAt: string; serverNow: string; className?: string }

/** Counts down to the end of a hold, and lets the page say what is true then. */
export function HoldClock(props: Props) {
  const router = useRouter()
  // A little after, so that the server's clock has passed it too.
  return <Countdown {...props} onEnd={() => setTimeout(() => router.refresh(), 700)} />
}
