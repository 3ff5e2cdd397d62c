import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Followed } from '@/lib/events/follows/types'
import { SubmitButton } from '../ui/submit-button'

type Props = {
  followed: Followed[]
  /** As `FollowButton` takes it. */
  follow: (form: FormData) => Promise<void>
}

/** Whom somebody follows, artists and organizers, each with a way out; for the account page. */
export function FollowedList({ followed, follow }: Props) {
  const t = useTranslations('finding.follow')
  if (followed.length === 0) return <p className="text-muted">{t('nobody')}</p>
  return (
    <ul className="divide-y divide-line border-line border-y">
      {followed.map(({ kind, slug, name }) => (
        <li key={`${kind} ${slug}`} className="flex items-center justify-between gap-4 py-2">
          <div className="min-w-0">
            <Link href={`/${kind}s/${slug}`} className="link wrap-anywhere inline-block py-1 font-semibold">
              {name}
            </Link>
            <p className="text-muted text-sm">{t(kind)}</p>
          </div>
          <form action={follow}>
            <input type="hidden" name="kind" value={kind} />
            <input type="hidden" name="slug" value={slug} />
            <SubmitButton variant="quiet" size="small" aria-label={t('stop', { name })}>
              {t('stopShort')}
            </SubmitButton>
          </form>
        </li>
      ))}
    </ul>
  )
}
