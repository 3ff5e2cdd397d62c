'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button, buttonStyle } from '@/components/ui/button'
import { Ticket } from '@/components/ui/ticket'
import type { CartHold } from '@/lib/reservations/types'

type Props = {
  hold: CartHold
  isBusy: boolean
  /** Somebody else has its seats, and there is nothing like them: what is left is to wait. */
  isGone: boolean
  onAgain(): void
}

/** Its time is over: the stub is gone. The seats may still be free. */
export function EndedHold({ hold, isBusy, isGone, onAgain }: Props) {
  const t = useTranslations('cart.ended')
  return (
    <Ticket direction="down" bodyClassName="grid justify-items-start gap-2 p-4 pb-6 sm:p-6 sm:pb-8">
      <div role="status" className="grid gap-1">
        <h2 className="display wrap-anywhere text-muted text-xl">{hold.event.title}</h2>
        <p className="font-semibold">{t('title', { count: hold.seats.length })}</p>
        <p className="text-muted">{t('text')}</p>
      </div>
      <p className="flex flex-wrap gap-2">
        <Button size="small" pending={isBusy} onClick={onAgain}>
          {t('again', { count: hold.seats.length })}
        </Button>
        {isGone && (
          <Link
            href={`/performances/${hold.performanceId}/waiting-list`}
            className={buttonStyle({ size: 'small' })}
          >
            {t('wait')}
          </Link>
        )}
      </p>
    </Ticket>
  )
}
