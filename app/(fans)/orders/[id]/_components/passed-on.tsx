import { useTranslations } from 'next-intl'

type Props = { tickets: { ticketId: string; words: string; holder: string; email: string }[] }

/** Tickets of the order that are somebody else's now. */
export function PassedOn({ tickets }: Props) {
  const t = useTranslations('order.paid')
  if (tickets.length === 0) return null
  return (
    <section aria-labelledby="passed-on" className="grid max-w-2xl gap-2">
      <h2 id="passed-on" className="text-lg">
        {t('passedOn')}
      </h2>
      <ul className="border-line border-t">
        {tickets.map(({ ticketId, words, holder, email }) => (
          <li key={ticketId} className="wrap-anywhere border-line border-b py-3">
            <span className="font-medium">{words}</span>{' '}
            <span className="text-muted text-sm">{t('passedOnTo', { holder, email })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
