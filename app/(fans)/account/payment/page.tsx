import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { findCustomerId } from '@/lib/commerce/customers/queries'
import { listCards } from '@/lib/commerce/customers/stripe'
import type { KeptCard } from '@/lib/commerce/customers/types'
import { AccountFrame } from '../_components/account-frame'
import { requireContact } from '../require-contact'
import { forgetCard } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('myAccount.payment')
  return { title: t('title'), robots: { index: false } }
}

export default async function PaymentPage() {
  const contact = await requireContact('/account/payment')
  const customerId = await findCustomerId(contact.id)
  const listed = customerId ? await listCards(customerId) : null
  const cards = listed?.ok ? listed.value : []
  const t = await getTranslations('myAccount.payment')
  return (
    <AccountFrame current="payment" title={t('title')}>
      {listed && !listed.ok ? (
        <Notice title={t('unavailable')} />
      ) : (
        <p className="text-muted">{t(cards.length > 0 ? 'text' : 'none')}</p>
      )}
      {cards.length > 0 && (
        <ul className="grid gap-3">
          {cards.map((card) => (
            <CardRow key={card.id} card={card} />
          ))}
        </ul>
      )}
    </AccountFrame>
  )
}

async function CardRow({ card }: { card: KeptCard }) {
  const t = await getTranslations('myAccount.payment')
  const { id, brand, last4, expiresMonth: month, expiresYear: year } = card
  const words = t('card', { brand: brand.charAt(0).toUpperCase() + brand.slice(1), last4 })
  return (
    <li className="flex items-center justify-between gap-4 rounded-control border border-line bg-surface p-4">
      <div className="grid gap-0.5">
        <p className="figures font-semibold">{words}</p>
        <p className="figures text-muted text-sm">
          {t('expires', { month: String(month).padStart(2, '0'), year: String(year) })}
        </p>
      </div>
      <form action={forgetCard}>
        <input type="hidden" name="card" value={id} />
        <SubmitButton aria-label={t('removeOne', { card: words })}>{t('remove')}</SubmitButton>
      </form>
    </li>
  )
}
