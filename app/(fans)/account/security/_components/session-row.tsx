import { getFormatter, getTranslations } from 'next-intl/server'
import { Badge } from '@/components/ui/badge'
import { SubmitButton } from '@/components/ui/submit-button'
import type { SessionView } from '@/lib/accounts/sessions/queries'
import { endSession } from '../actions'

/** The browser's zone is not known here, so the moment says which it is in. */
const WHEN = {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
  timeZoneName: 'short',
} as const

/** A place that is signed in, and the way to end it; the one at hand is told apart. */
export async function SessionRow({ session, isHere }: { session: SessionView; isHere: boolean }) {
  const t = await getTranslations('myAccount.security')
  const format = await getFormatter()
  const { id, device, kind, createdAt } = session
  const words = device ? t('device', device) : t(kind === 'app' ? 'unknownApp' : 'unknownBrowser')
  const when = format.dateTime(createdAt, WHEN)
  return (
    <li className="flex items-center justify-between gap-4 rounded-control border border-line bg-surface p-4">
      <div className="grid gap-0.5">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
          {words}
          {isHere && <Badge tone="good">{t('here')}</Badge>}
        </p>
        <p className="text-muted text-sm">{t('since', { when })}</p>
      </div>
      {!isHere && (
        <form action={endSession}>
          <input type="hidden" name="session" value={id} />
          <SubmitButton aria-label={t('endOne', { device: words })}>{t('end')}</SubmitButton>
        </form>
      )}
    </li>
  )
}
