import { createTranslator } from 'next-intl'
import type { Locale } from '@/lib/i18n/locales'
import de from '@/lib/i18n/messages/de.json'
import en from '@/lib/i18n/messages/en.json'
import es from '@/lib/i18n/messages/es.json'
import fr from '@/lib/i18n/messages/fr.json'
import { readerLocale } from '@/lib/i18n/reader-locale'

const MESSAGES: Record<Locale, typeof en> = { en, de, es, fr }

/** What mails and documents are written in: the reader's language (`writeIn`). */
function told() {
  const locale = readerLocale()
  return { locale, messages: MESSAGES[locale] }
}

/** The copy of documents. */
export function documentCopy() {
  return createTranslator({ namespace: 'ticketDocument', ...told() })
}

/** The copy of mails and SMS about accounts: codes, and changes that were made. */
export function accountMailCopy() {
  return createTranslator({ namespace: 'accountMail', ...told() })
}

/** The copy of emails. */
export function emailCopy() {
  return createTranslator({ namespace: 'email', ...told() })
}

/** The copy of mails to those who follow an organizer or an artist. */
export function newsCopy() {
  return createTranslator({ namespace: 'newsMail', ...told() })
}

/** What the site says of an organizer or an artist, for their feeds. */
export function feedCopy() {
  return createTranslator({ namespace: 'finding', ...told() })
}

/** The copy of mails and SMS of waiting lists. */
export function waitingCopy() {
  return createTranslator({ namespace: 'waitingMail', ...told() })
}

/** The copy of mails about returned tickets. */
export function returnCopy() {
  return createTranslator({ namespace: 'returnMail', ...told() })
}

/** The copy of tickets by post. */
export function postCopy() {
  return createTranslator({ namespace: 'post', ...told() })
}

/** The copy of promo codes in documents. */
export function promoCopy() {
  return createTranslator({ namespace: 'promo', ...told() })
}
