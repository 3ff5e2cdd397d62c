import { ChevronDown } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import type { PocketTicket } from '@/lib/coordinator/view-tickets'
import { formatMoney } from '@/lib/platform/money'
import type { OrderAccess } from '@/lib/reservations/orders/types'
import { giveBack, keepTicket } from '../return-actions'

type Props = { ticket: PocketTicket; access: OrderAccess; trouble: string | string[] | undefined }

/** What can stand against it, as the address of the page says it: `return.too_late`. */
const TROUBLES = [
  ...['not_returnable', 'already_returned', 'already_offered', 'void', 'already_admitted'],
  ...['too_late', 'not_authorized', 'rate_limited', 'being_bought'],
] as const

/** Offers the ticket to the waiting list, or says how that stands and takes it back while nobody is buying it. */
export function ReturnTicket({ ticket, access, trouble }: Props) {
  const t = useTranslations('returns')
  const amount = formatMoney(ticket.price, useLocale())
  const problem = TROUBLES.find((one) => trouble === `return.${one}`)
  const asked = (
    <>
      <input type="hidden" name="ticket" value={ticket.ticketId} />
      {access.key && <input type="hidden" name="key" value={access.key} />}
    </>
  )
  const wrong = problem && <Notice tone="danger" title={t(`problem.${problem}`)} />
  if (ticket.return) {
    const { status } = ticket.return
    return (
      <>
        {wrong}
        <Notice
          title={t(`${status}.title`)}
          actions={
            status === 'open' ? (
              <form action={keepTicket}>
                {asked}
                <SubmitButton size="small">{t('open.takeBack')}</SubmitButton>
              </form>
            ) : undefined
          }
        >
          {t(`${status}.text`, { amount })}
        </Notice>
      </>
    )
  }
  if (!ticket.isReturnable) return wrong ?? null
  return (
    <details open={problem !== undefined} className="group rounded-control border-[1.5px] border-line">
      <summary className="flex min-h-11 cursor-pointer list-none items-center justify-between gap-2 px-4 font-semibold [&::-webkit-details-marker]:hidden">
        {t('title')}
        <ChevronDown aria-hidden className="size-5 transition-transform group-open:rotate-180" />
      </summary>
      <form action={giveBack} className="grid gap-4 p-4 pt-2">
        {asked}
        {wrong}
        <p className="text-muted text-sm">
          {t('text', { amount })} {t('never')}
        </p>
        <SubmitButton className="justify-self-start">{t('go')}</SubmitButton>
      </form>
    </details>
  )
}
