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
  const isDue = useIsPast(hold.expiresAt.getTime() - ASK_AT_MS, now.getTime())
  const isAsked = hold.canExtend && isDue
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

/** Whether a moment has come, by a clock that showed `serverNowMs` when this was rendered anew. */
function useIsPast(momentMs: number, serverNowMs: number): boolean {
  const [isPast, setPast] = useState(serverNowMs >= momentMs)
  useEffect(() => {
    setPast(serverNowMs >= momentMs)
    const timer = setTimeout(() => setPast(true), Math.max(0, momentMs - serverNowMs))
    return () => clearTimeout(timer)
  }, [momentMs, serverNowMs])
  return isPast
}
