'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { CartHold } from '@/lib/reservations/types'
import { Button } from '../ui/button'
import { cn } from '../ui/cn'
import { showToast } from '../ui/toast-store'

type Props = {
  hold: Pick<CartHold, 'expiresAt' | 'canExtend'>
  /** The server's clock when the hold was so. */
  now: Date
  /** Resolves to whether there is more time now. */
  onExtend(): Promise<boolean>
  className?: string
}

const ASK_AT_MS = 120_000

/** When two minutes are left: a calm question, and one click that gives ten more. Nothing where that is not possible. */
export function MoreTime({ hold, now, onExtend, className }: Props) {
  const t = useTranslations('cart.more')
  const [isAsking, setAsking] = useState(false)
  const isAsked = useIsAsked(hold, now)
  const extend = async () => {
    setAsking(true)
    if (await onExtend()) showToast(t('given'))
    setAsking(false)
  }
  // The region stands before there is something in it, so that it is read out when there is.
  return (
    <div role="status" className={isAsked ? cn('flex items-center gap-3 text-sm', className) : 'sr-only'}>
      {isAsked && (
        <>
          <p className="min-w-0 grow">{t('ask')}</p>
          <Button size="small" pending={isAsking} onClick={extend}>
            {t('extend')}
          </Button>
        </>
      )}
    </div>
  )
}

/** Whether the question stands: little time is left, and there can be more. */
export function useIsAsked(hold: Props['hold'] | null, now: Date): boolean {
  const isDue = useIsPast((hold?.expiresAt.getTime() ?? Infinity) - ASK_AT_MS, now.getTime())
  return isDue && (hold?.canExtend ?? false)
}

/** Whether a moment has come, by a clock that showed `serverNowMs` when this was rendered anew. */
function useIsPast(momentMs: number, serverNowMs: number): boolean {
  const [isPast, setPast] = useState(serverNowMs >= momentMs)
  useEffect(() => {
    setPast(serverNowMs >= momentMs)
    if (momentMs === Infinity) return
    const timer = setTimeout(() => setPast(true), Math.max(0, momentMs - serverNowMs))
    return () => clearTimeout(timer)
  }, [momentMs, serverNowMs])
  return isPast
}
