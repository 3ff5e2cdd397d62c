import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

const PARTS = {
  profile: '',
  security: '/security',
  payment: '/payment',
  addresses: '/addresses',
  following: '/following',
  privacy: '/privacy',
} as const

type Props = { current: keyof typeof PARTS; title: string; children: ReactNode }

/** The pages of an account: which there are, and the one at hand. */
export async function AccountFrame({ current, title, children }: Props) {
  const t = await getTranslations('myAccount.parts')
  return (
    <div className="wrap grid gap-8 py-10 sm:py-16 lg:grid-cols-[14rem_minmax(0,40rem)] lg:gap-16">
      <nav aria-label={t('label')} className="lg:pt-2">
        <ul className="grid grid-cols-3 border-line sm:flex sm:border-b lg:grid lg:grid-cols-1 lg:gap-1 lg:border-0">
          {(Object.keys(PARTS) as (keyof typeof PARTS)[]).map((part) => (
            <li key={part}>
              <Link
                href={`/account${PARTS[part]}`}
                aria-current={part === current ? 'page' : undefined}
                className={cn(
                  'flex min-h-11 items-center justify-center whitespace-nowrap border-line border-b-2 px-1 text-muted text-sm',
                  'transition-colors hover:text-ink sm:-mb-px sm:border-transparent sm:px-3 sm:text-base',
                  'lg:mb-0 lg:justify-start lg:border-s-2 lg:border-b-0 lg:px-4',
                  part === current && 'border-ink font-semibold text-ink sm:border-ink',
                )}
              >
                {t(part)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="grid content-start gap-10">
        <h1 className="display text-2xl">{title}</h1>
        {children}
      </div>
    </div>
  )
}

/** One thing about an account, and the way to change it. */
export function AccountSection({
  title,
  text,
  children,
}: {
  title: string
  text?: ReactNode
  children?: ReactNode
}) {
  return (
    <section className="grid gap-5 border-line border-t pt-8 [h1+&]:border-t-0 [h1+&]:pt-0">
      <div className="grid gap-1.5">
        <h2 className="display text-xl">{title}</h2>
        {text && <div className="text-muted">{text}</div>}
      </div>
      {children}
    </section>
  )
}

/** A form that waits behind its name until somebody wants it; works without JavaScript. */
export function Fold({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details className="group">
      <summary className="link w-fit cursor-pointer py-2">{summary}</summary>
      <div className="pt-4">{children}</div>
    </details>
  )
}
