import { answerPage, escapeHtml } from '../page'
import type { Fields } from './form'
import { type Letter, TRACKING, viewLetter } from './letters'

/** For people: who gets what, newest first, and what happens to it next. */
export function showLetters(letters: Letter[]): Response {
  const rows = letters.map((letter) => {
    const { to, status, expected_delivery_date: arrives, tracking_events } = viewLetter(letter, Date.now())
    const address = Object.entries(to as Fields).filter(([field]) => field !== 'object')
    const lines = address.map(([, line]) => escapeHtml(line)).join('<br>')
    const events = tracking_events.map(({ name }) => name).join(', ')
    const buttons = [...TRACKING, 'failed', 'canceled'].map(
      (event) => `<button name="event" value="${event}">${event}</button>`,
    )
    return `<li id="${letter.id}"><h2>${escapeHtml(letter.description ?? letter.id)}</h2><p>${lines}</p>
      <p class="quiet">${status}${events ? `, ${events}` : ''}, arrives ${arrives}</p>
      <form method="post" action="/_emulator/letters/${letter.id}">${buttons.join(' ')}</form></li>`
  })
  return answerPage('Letters', rows.length > 0 ? `<ul>${rows.join('')}</ul>` : '<p>No letter yet.</p>')
}
