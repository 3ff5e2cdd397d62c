import { Wallet } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonStyle } from '@/components/ui/button'
import { offeredWallets } from '@/lib/coordinator/render-pass'
import type { PocketTicket } from '@/lib/coordinator/view-tickets'
import type { OrderAccess } from '@/lib/reservations/orders/types'
import { ticketPath } from '../../ticket-path'
import { GiveTicket } from './give-ticket'
import { ReturnTicket } from './return-ticket'

type Props = { ticket: PocketTicket; access: OrderAccess; trouble: string | string[] | undefined }

/** What can be done with a ticket besides showing it. */
export function TicketActions({ ticket, access, trouble }: Props) {
  const t = useTranslations('tickets')
  const wallets = offeredWallets()
  const look = buttonStyle({ size: 'small' })
  if (ticket.status !== 'valid') return null
  const linkTo = (part: `/${string}`) => ticketPath(ticket.ticketId, access, part)
  return (
    <div className="grid gap-4">
      <p className="flex flex-wrap gap-2">
        {wallets.apple && (
          <a href={linkTo('/pass')} className={look}>
            <Wallet aria-hidden className="size-4" />
            {t('apple')}
          </a>
        )}
        {wallets.google && (
          <a href={linkTo('/google-wallet')} className={look}>
            <Wallet aria-hidden className="size-4" />
            {t('google')}
          </a>
        )}
        <a href={linkTo('/calendar')} className={look}>
          {t('calendar')}
        </a>
        <a href={linkTo('/pdf')} className={look}>
          {t('pdf')}
        </a>
        <a href={linkTo('/image')} className={look}>
          {t('image')}
        </a>
      </p>
      {!ticket.return && <GiveTicket ticket={ticket} access={access} trouble={trouble} />}
      <ReturnTicket ticket={ticket} access={access} trouble={trouble} />
    </div>
  )
}
