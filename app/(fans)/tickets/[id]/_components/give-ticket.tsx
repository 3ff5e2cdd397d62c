import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import type { PocketTicket } from '@/lib/coordinator/view-tickets'
import type { OrderAccess } from '@/lib/reservations/orders/types'
import { giveTicket, takeBack } from '../actions'

type Props = { ticket: PocketTicket; access: OrderAccess; trouble: string | string[] | undefined }

const TROUBLES = ['invalid', 'already_admitted', 'too_late', 'rate_limited', 'not_authorized'] as const

/** Gives the ticket to a friend, or takes the offer back while nobody has accepted it. */
export function GiveTicket({ ticket, access, trouble }: Props) {
  const t = useTranslations('tickets.give')
  const { ticketId, offer, transferable } = ticket
  const asked = (
    <>
      <input type="hidden" name="ticket" value={ticketId} />
      {access.key && <input type="hidden" name="key" value={access.key} />}
    </>
  )
  if (offer) {
    return (
      <Notice
        title={t('offered', { to: offer.toName })}
        actions={
          <form action={takeBack}>
            {asked}
            <SubmitButton size="small">{t('takeBack')}</SubmitButton>
          </form>
        }
      >
        {t('offeredText', { email: offer.toEmail })}
      </Notice>
    )
  }
  if (!transferable) return <p className="text-muted text-sm">{t('forbidden')}</p>
  const problem = TROUBLES.find((one) => one === trouble)
  return (
    <details open={problem !== undefined} className="group rounded-control border-[1.5px] border-line">
      <summary className="flex min-h-11 cursor-pointer list-none items-center justify-between gap-2 px-4 font-semibold [&::-webkit-details-marker]:hidden">
        {t('title')}
        <ChevronDown aria-hidden className="size-5 transition-transform group-open:rotate-180" />
      </summary>
      <form action={giveTicket} className="grid gap-4 p-4 pt-2">
        {asked}
        {problem && <Notice tone="danger" title={t(`problem.${problem}`)} />}
        <p className="text-muted text-sm">{t('text')}</p>
        <Field name="name" id={`name-${ticketId}`} label={t('name')}>
          {(control) => <Input required maxLength={100} autoComplete="off" {...control} />}
        </Field>
        <Field name="email" id={`email-${ticketId}`} label={t('email')}>
          {(control) => <Input type="email" required maxLength={254} autoComplete="off" {...control} />}
        </Field>
        <SubmitButton className="justify-self-start">{t('go')}</SubmitButton>
      </form>
    </details>
  )
}
