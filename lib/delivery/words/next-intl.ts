import { createTranslator } from 'next-intl'
import messages from '@/lib/i18n/messages/en.json'

/**
 * The copy of documents and mail. They are written outside a request (a job has no visitor), so their
 * language is the order's and not the browser's; English is the first and, so far, only one.
 */
export function documentCopy() {
  return createTranslator({ locale: 'en', messages, namespace: 'ticketDocument' })
}

/** The copy of mails and SMS about accounts: codes, and changes that were made. */
export function accountMailCopy() {
  return createTranslator({ locale: 'en', messages, namespace: 'accountMail' })
}

/** The copy of emails. */
export function emailCopy() {
  return createTranslator({ locale: 'en', messages, namespace: 'email' })
}

/** The copy of mails to those who follow an organizer. */
export function newsCopy() {
  return createTranslator({ locale: 'en', messages, namespace: 'newsMail' })
}

/** The copy of tickets by post. */
export function postCopy() {
  return createTranslator({ locale: 'en', messages, namespace: 'post' })
}

/** The copy of promo codes in documents. */
export function promoCopy() {
  return createTranslator({ locale: 'en', messages, namespace: 'promo' })
}
