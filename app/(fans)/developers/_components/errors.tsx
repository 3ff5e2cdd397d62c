import { useTranslations } from 'next-intl'
import { ERRORS, type ErrorCode } from '@/lib/platform/errors'
import { Code } from './code'

/** Every code that an operation refuses with: where a problem's `type` leads. */
export function Errors({ codes }: { codes: ErrorCode[] }) {
  const t = useTranslations('developers.errors')
  return (
    <section id="errors" aria-labelledby="errors-title" className="grid scroll-mt-6 gap-6">
      <h2 id="errors-title" className="display text-xl">
        {t('title')}
      </h2>
      <p className="max-w-[62ch]">{t.rich('text', { code: (parts) => <Code>{parts}</Code> })}</p>
      <dl className="grid gap-4">
        {codes.map((code) => (
          <div
            key={code}
            id={`error-${code}`}
            className="grid scroll-mt-6 gap-x-8 gap-y-1 target:bg-sunk md:grid-cols-[16rem_minmax(0,1fr)]"
          >
            <dt className="flex gap-3">
              <span className="figures text-muted">{ERRORS[code].status}</span>
              <Code className="font-semibold">{code}</Code>
            </dt>
            <dd className="max-w-[62ch]">{t(`codes.${code}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
