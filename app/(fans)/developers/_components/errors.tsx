import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ERRORS, type ErrorCode } from '@/lib/platform/errors'
import { Code } from './code'

/** Every code that an operation refuses with: where a problem's `type` leads. */
export function Errors({ codes }: { codes: ErrorCode[] }) {
  const t = useTranslations('developers.errors')
  const code = (parts: ReactNode) => <Code>{parts}</Code>
  return (
    <section id="errors" aria-labelledby="errors-title" className="grid scroll-mt-6 gap-6">
      <h2 id="errors-title" className="display text-xl">
        {t('title')}
      </h2>
      <p className="max-w-[62ch]">{t.rich('text', { code })}</p>
      <dl className="grid gap-4">
        {codes.map((name) => (
          <div
            key={name}
            id={`error-${name}`}
            className="grid scroll-mt-6 gap-x-8 gap-y-1 target:bg-sunk md:grid-cols-[16rem_minmax(0,1fr)]"
          >
            <dt className="flex gap-3">
              <span className="figures text-muted">{ERRORS[name].status}</span>
              <Code className="font-semibold">{name}</Code>
            </dt>
            <dd className="max-w-[62ch]">{t.rich(`codes.${name}`, { code })}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
