import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { SubmitButton } from '../ui/submit-button'

type Props = {
  followed: { slug: string; name: string }[]
  /** As `FollowButton` takes it. */
  follow: (form: FormData) => Promise<void>
}

/** Whom somebody follows, each with a way out; for the account page. */
export function FollowedList({ followed, follow }: Props) {
  const t = useTranslations('finding.follow')
  if (followed.length === 0) return <p className="text-muted">{t('nobody')}</p>
  return (
    <ul className="divide-y divide-line border-line border-y">
      {followed.map(({ slug, name }) => (
        <li key={slug} className="flex items-center justify-between gap-4 py-2">
          <Link href={`/organizers/${slug}`} className="link py-2 font-semibold">
            {name}
          </Link>
          <form action={follow}>
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
