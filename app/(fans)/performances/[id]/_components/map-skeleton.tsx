import { useTranslations } from 'next-intl'

const ROWS = [0, 1, 2, 3, 4, 5, 6]

/** A house without seats yet: a stage and the rows around it. */
export function MapSkeleton() {
  const t = useTranslations('seats')
  return (
    <div className="grid h-full place-content-center gap-6 p-8 pb-36 text-center lg:pb-8" aria-busy>
      <svg
        aria-hidden
        viewBox="0 0 400 260"
        className="w-[min(30rem,78vw)] animate-shimmer text-line-strong"
        fill="none"
        stroke="currentColor"
        strokeWidth="7"
        strokeLinecap="round"
        strokeDasharray="0.1 12"
      >
        <path d="M130 22h140" strokeDasharray="none" strokeWidth="14" />
        {ROWS.map((row) => {
          const reach = 110 + row * 20
          return (
            <path
              key={row}
              d={`M${200 - reach * 0.94} ${40 + row * 8}A${reach} ${reach} 0 0 0 ${200 + reach * 0.94} ${40 + row * 8}`}
            />
          )
        })}
      </svg>
      <p className="text-muted text-sm">{t('loading')}</p>
      <noscript>
        <p className="max-w-sm">{t('noScript')}</p>
      </noscript>
    </div>
  )
}
