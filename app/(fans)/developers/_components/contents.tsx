import { useTranslations } from 'next-intl'
import type { Chapter } from '../read-document'

/** Where everything is: open beside the text where there is room, folded above it where there is not. */
export function Contents({ chapters }: { chapters: Chapter[] }) {
  const t = useTranslations('developers')
  return (
    <>
      <details className="border-line border-y py-3 lg:hidden">
        <summary className="cursor-pointer py-1 font-semibold">{t('contents')}</summary>
        <nav aria-label={t('contents')} className="pt-3">
          <Links chapters={chapters} />
        </nav>
      </details>
      <nav
        aria-label={t('contents')}
        className="sticky top-6 max-h-[calc(100dvh-3rem)] self-start overflow-y-auto max-lg:hidden"
      >
        <Links chapters={chapters} />
      </nav>
    </>
  )
}

function Links({ chapters }: { chapters: Chapter[] }) {
  const t = useTranslations('developers')
  return (
    <ul className="grid gap-4 text-sm">
      {chapters.map(({ id, name, operations }) => (
        <li key={id}>
          <a href={`#${id}`} className="inline-block py-1 font-semibold hover:underline">
            {name}
          </a>
          <ul>
            {operations.map((operation) => (
              <li key={operation.id}>
                <a href={`#${operation.id}`} className="inline-block py-1 text-muted hover:underline">
                  {operation.summary}
                </a>
              </li>
            ))}
          </ul>
        </li>
      ))}
      <li className="grid font-semibold">
        <a href="#shapes" className="py-1 hover:underline">
          {t('shapes.title')}
        </a>
        <a href="#errors" className="py-1 hover:underline">
          {t('errors.title')}
        </a>
      </li>
    </ul>
  )
}
