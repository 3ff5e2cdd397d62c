import { MAX_SEATS_PER_HOLD } from '@/lib/platform/hold-limits'
import type { JoinCategory, TypedWish } from './join-state'

/** What was typed into the form. */
export function readWish(form: FormData): TypedWish {
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 300)
  return {
    ...{
      category: text('category'),
      seatCount: text('seatCount'),
      takesFewer: form.get('takesFewer') !== null,
    },
    ...{ name: text('name'), email: text('email'), phone: text('phone') },
  }
}

/** A number of a form; none of them (-1) for anything but digits, so that an empty field is not the first category. */
export function readNumber(text: string): number {
  return /^\d{1,4}$/.test(text) ? Number(text) : -1
}

/** Whether nobody can join for this category: as many as one may have are free. */
export function isAmple({ freeSeats }: JoinCategory): boolean {
  return freeSeats >= MAX_SEATS_PER_HOLD
}

/** The category the form begins with: the one a link names, else the first that is sold out, else the scarcest. */
export function pickCategory(categories: JoinCategory[], asked: unknown): string {
  const named = categories.find(({ category }) => String(category) === asked)
  const scarcest = categories.toSorted((a, b) => a.freeSeats - b.freeSeats)[0]
  const picked = named && !isAmple(named) ? named : scarcest
  return picked && !isAmple(picked) ? String(picked.category) : ''
}
