import { useTranslations } from 'next-intl'

/** What will happen, in three plain sentences. `minutes`: how long seats are held. */
export function Promises({ minutes }: { minutes: number }) {
  const t = useTranslations('waiting.promise')
  return (
    <ul aria-label={t('label')} className="grid gap-2 border-line border-y py-4">
      {[t('hold', { minutes }), t('order'), t('money')].map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
