import { Bell, BellRing } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Followed } from '@/lib/events/follows/types'
import { buttonStyle } from '../ui/button'
import { SubmitButton } from '../ui/submit-button'
import { VisuallyHidden } from '../ui/visually-hidden'

type Props = {
  who: Followed
  /** Null for who is not signed in: the way there, and back. */
  following: boolean | null
  /** Follows, or no longer: a server action that reads `kind`, `slug` and `follow` from the form. */
  follow: (form: FormData) => Promise<void>
}

/** Mail about an organizer's or an artist's new dates, yes or no. A plain form: it works without JavaScript. */
export function FollowButton({ who, following, follow }: Props) {
  const t = useTranslations('finding.follow')
  const { kind, slug, name } = who
  if (following === null) {
    return (
      <Link
        href={`/sign-in?next=${encodeURIComponent(`/${kind}s/${slug}`)}`}
        className={buttonStyle({ className: WIDE })}
      >
        <Bell aria-hidden className="size-4 shrink-0" />
        {t('follow', { name })}
      </Link>
    )
  }
  const Icon = following ? BellRing : Bell
  return (
    <form action={follow}>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="follow" value={following ? '' : 'yes'} />
      <SubmitButton variant="secondary" className={WIDE}>
        <Icon aria-hidden className="size-4 shrink-0" />
        {following ? t('following', { name }) : t('follow', { name })}
        {following && <VisuallyHidden>{t('andStop')}</VisuallyHidden>}
      </SubmitButton>
    </form>
  )
}

/** A long name goes on in a second line. */
const WIDE = 'max-w-full whitespace-normal! py-2'
