import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Code, Listing } from './code'

const RULES = ['token', 'errors', 'lists', 'keys', 'cache', 'time', 'health'] as const

/** A first sale in three requests, and what holds everywhere. */
export function Basics({ base }: { base: string }) {
  const t = useTranslations('developers.basics')
  const code = (parts: ReactNode) => <Code>{parts}</Code>
  return (
    <section aria-labelledby="basics" className="grid gap-6">
      <h2 id="basics" className="display text-xl">
        {t('title')}
      </h2>
      <figure className="grid gap-2">
        <figcaption>{t('example')}</figcaption>
        <Listing>{writeExample(base)}</Listing>
      </figure>
      <dl className="grid gap-x-10 gap-y-6 md:grid-cols-2">
        {RULES.map((rule) => (
          <div key={rule} className="grid content-start gap-1">
            <dt className="font-semibold">{t(`${rule}.title`)}</dt>
            <dd className="max-w-[52ch]">{t.rich(`${rule}.text`, { code })}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function writeExample(base: string): string {
  return [
    `curl ${base}/sessions --json '{"kind":"guest"}'`,
    `curl '${base}/events?limit=1'`,
    `curl ${base}/performances/$ID/holds -H "Authorization: Bearer $TOKEN" \\`,
    `  -H "Idempotency-Key: $(uuidgen)" --json '{"best":{"quantity":2}}'`,
  ].join('\n')
}
