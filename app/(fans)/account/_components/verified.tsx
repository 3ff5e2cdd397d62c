import { getTranslations } from 'next-intl/server'
import { Badge } from '@/components/ui/badge'

/** An email or phone, and whether a code has proven that it is theirs. */
export async function Verified({ is, children }: { is: boolean; children: string }) {
  const t = await getTranslations('myAccount.profile')
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink">
      <span className="min-w-0 break-words">{children}</span>
      <Badge tone={is ? 'good' : 'plain'}>{t(is ? 'verified' : 'unverified')}</Badge>
    </span>
  )
}
