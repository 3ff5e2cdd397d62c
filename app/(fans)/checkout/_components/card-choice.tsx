import { useTranslations } from 'next-intl'

/** A card the account keeps, its brand as people write it. */
export type CardOption = { id: string; brand: string; last4: string; expiry: string }

type Props = {
  cards: CardOption[]
  /** Id of the chosen one; empty for another card. */
  chosen: string
  onChoose: (cardId: string) => void
  isWrong: boolean
}

/** Which card pays: one that is kept, without Stripe's page, or another one that is entered there. */
export function CardChoice({ cards, chosen, onChoose, isWrong }: Props) {
  const t = useTranslations('checkout.card')
  const options = [
    ...cards.map(({ id, ...card }) => ({ id, label: t('one', card), hint: t('expires', card) })),
    { id: '', label: t('another'), hint: t('anotherHint') },
  ]
  return (
    <fieldset className="grid gap-3">
      <legend className="float-left mb-1 font-semibold text-sm">{t('label')}</legend>
      {isWrong && <p className="font-medium text-danger text-sm">{t('gone')}</p>}
      {options.map(({ id, label, hint }) => (
        <label
          key={id}
          className="flex gap-3 rounded-control border-[1.5px] border-line p-3 has-checked:border-ink has-checked:bg-surface"
        >
          <input
            type="radio"
            name="card"
            value={id}
            checked={chosen === id}
            onChange={() => onChoose(id)}
            className="mt-1 size-4 shrink-0 accent-ink"
          />
          <span>
            <span className="figures font-semibold">{label}</span>
            <br />
            <span className="text-muted text-sm">{hint}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
