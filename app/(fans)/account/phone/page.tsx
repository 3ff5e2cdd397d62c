import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ConfirmContact } from '../_components/confirm-contact'
import { confirmPhone } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('myAccount.confirm')
  return { title: t('title'), robots: { index: false } }
}

export default function ConfirmPhonePage() {
  return <ConfirmContact kind="phone" action={confirmPhone} />
}
