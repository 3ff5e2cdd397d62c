import { getTranslations } from 'next-intl/server'
import { SubmitButton } from '@/components/ui/submit-button'
import { StayCurrent } from '@/components/waiting/stay-current'
import { formatPhone } from '@/lib/accounts/phones/rules'
import type { WaitingView as Entry } from '@/lib/reservations/waiting-list/types'
import { leaveList } from '../actions'
import { EntryPage } from './entry-page'

/** In line: how many stand before, where we write, and the way out. */
export async function WaitingView({ entry }: { entry: Entry }) {
  const t = await getTranslations('waiting.entry.waiting')
  const { seatCount: count, email, phone } = entry
  const ahead = entry.ahead ?? 0
  return (
    <EntryPage
      entry={entry}
      title={ahead === 0 ? t('first') : t('title')}
      text={
        <>
          <p>{ahead === 0 ? t('firstText', { count }) : t('ahead', { ahead })}</p>
          <p className="wrap-anywhere">
            {phone ? t('tellPhone', { email, phone: formatPhone(phone) }) : t('tell', { email })}
          </p>
        </>
      }
    >
      <StayCurrent everyMs={15_000} />
      <form action={leaveList} id="leave" className="grid justify-items-start gap-1">
        <input type="hidden" name="key" value={entry.key} />
        <SubmitButton>{t('leave')}</SubmitButton>
        <p className="text-muted text-sm">{t('leaveText')}</p>
      </form>
    </EntryPage>
  )
}
