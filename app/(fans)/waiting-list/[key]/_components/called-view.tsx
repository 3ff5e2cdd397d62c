import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { HoldClock } from '@/components/checkout/hold-clock'
import { buttonStyle } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Price } from '@/components/ui/price'
import { SubmitButton } from '@/components/ui/submit-button'
import { describeSeats } from '@/lib/coordinator/describe-seats'
import { sumMoney } from '@/lib/platform/money'
import type { WaitingView as Entry } from '@/lib/reservations/waiting-list/types'
import { inPageLanguage } from '../../../in-page-language'
import { letGo, takeSeats } from '../actions'
import { EntryPage } from './entry-page'

type Props = { entry: Entry; trouble: string | string[] | undefined }

/** Their turn: the seats, the time that is left, and one button that a thumb reaches however many seats there are. */
export async function CalledView({ entry, trouble }: Props) {
  const t = await getTranslations('waiting.entry.called')
  const { key, seats } = entry
  const count = seats.length
  const clock = () => (
    <HoldClock
      expiresAt={(entry.until ?? new Date()).toISOString()}
      serverNow={new Date().toISOString()}
      className="text-ink"
    />
  )
  return (
    <EntryPage entry={entry} title={t('title', { count })} text={<p>{t.rich('text', { clock })}</p>}>
      {trouble === 'seat_limit' && (
        <Notice
          tone="danger"
          title={t('seat_limit.title')}
          actions={
            <Link href="/cart" className={buttonStyle({ size: 'small' })}>
              {t('cart')}
            </Link>
          }
        >
          {t('seat_limit.text')}
        </Notice>
      )}
      <Seats entry={entry} />
      <div className="-mx-4 sticky bottom-0 grid gap-2 bg-ground px-4 pt-2 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:static sm:mx-0 sm:p-0">
        <form action={takeSeats} className="grid">
          <input type="hidden" name="key" value={key} />
          <SubmitButton variant="primary" size="large">
            {t('take', { count })}
          </SubmitButton>
        </form>
        <p className="text-muted text-sm">{t('money')}</p>
      </div>
      <form action={letGo} id="leave" className="grid justify-items-start gap-1">
        <input type="hidden" name="key" value={key} />
        <SubmitButton variant="quiet" className="-ms-4">
          {t('letGo', { count })}
        </SubmitButton>
        <p className="text-muted text-sm">{t('letGoText')}</p>
      </form>
    </EntryPage>
  )
}

async function Seats({ entry: { performanceId, seats } }: { entry: Entry }) {
  const t = await getTranslations('waiting')
  const sold = seats.map((seat) => ({ performanceId, seat }))
  const words = await inPageLanguage(() => describeSeats(sold))
  const [first] = seats
  const amounts = seats.map(({ price }) => price.amount)
  return (
    <ul
      aria-label={t('entry.called.seats', { count: seats.length })}
      className="divide-y divide-line border-line border-y"
    >
      {sold.map((one) => (
        <li key={one.seat.index} className="flex items-baseline justify-between gap-4 py-2.5">
          <span className="font-semibold">{words.get(one) ?? one.seat.label}</span>
          <Price money={one.seat.price} />
        </li>
      ))}
      {first && seats.length > 1 && (
        <li className="flex items-baseline justify-between gap-4 py-2.5">
          <span className="text-muted">{t('entry.called.total')}</span>
          <Price money={sumMoney(amounts, first.price.currency)} className="font-semibold" />
        </li>
      )}
    </ul>
  )
}
