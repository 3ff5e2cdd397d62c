import type { Outage } from '../../../fixtures/stripe-books'

/** The payment page of an order and the card in it, as they are at Stripe. */
export type Page = {
  page: 'none' | 'open' | 'complete' | 'expired'
  /** Whether the app has its address; nobody can pay on a page whose address got lost. */
  isPageKnown: boolean
  card: 'none' | 'declined' | 'challenged' | 'authorized' | 'captured' | 'released'
}

export type Card = 'pays' | 'declined' | 'challenge-passed' | 'challenge-failed' | 'challenge-left'

const OUTCOMES: Record<Card, Page['card']> = {
  pays: 'authorized',
  declined: 'declined',
  'challenge-passed': 'authorized',
  'challenge-failed': 'declined',
  'challenge-left': 'challenged',
}

/** Stripe in a few lines: what a request does, and whether its answer arrives. */
export class ModelStripe {
  outage: Outage | null = null

  answers(at: Outage['at']): boolean {
    return this.outage?.at !== at
  }

  #acts(at: Outage['at']): boolean {
    return this.answers(at) || this.outage?.when === 'after'
  }

  open(page: Page): void {
    if (this.#acts('open') && page.page === 'none') page.page = 'open'
    page.isPageKnown = this.answers('open')
  }

  pay(page: Page, card: Card): void {
    if (page.page !== 'open') return
    page.card = OUTCOMES[card]
    if (page.card === 'authorized') page.page = 'complete'
  }

  /** The page's time is over at Stripe. */
  timeOut(page: Page): void {
    if (page.page !== 'open') return
    page.page = 'expired'
    if (page.card !== 'none') page.card = 'released'
  }

  read({ page, card }: Page): 'open' | 'authorized' | 'captured' | 'gone' {
    if (card === 'authorized' || card === 'captured') return card
    return card === 'released' || page === 'expired' ? 'gone' : 'open'
  }

  /** True where the answer arrived. */
  capture(page: Page): boolean {
    if (this.#acts('capture') && page.card === 'authorized') page.card = 'captured'
    return this.answers('capture')
  }

  /** Closes the page and lets the card go. */
  release(page: Page): void {
    if (!page.isPageKnown) return
    if (this.#acts('close')) this.timeOut(page)
    if (!this.answers('close') || !this.answers('read')) return
    if (page.card === 'authorized' && this.#acts('release')) page.card = 'released'
  }
}
