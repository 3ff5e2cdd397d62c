/**
 * Comfort on top of a form that works without it: digits in groups, a slash in the expiry, a test card filled in
 * with one click, and a button that is pressed once.
 */
export const PAY_SCRIPT = `
(() => {
  const form = document.querySelector('[data-pay]')
  if (!form) return
  const { number, expiry, cvc, name } = form.elements
  const group = (digits) => /^3[47]/.test(digits)
    ? digits.slice(0, 15).replace(/^(.{4})(.{1,6})?(.{1,5})?$/, (_, a, b, c) => [a, b, c].filter(Boolean).join(' '))
    : digits.slice(0, 19).replace(/(.{4})(?=.)/g, '$1 ')
  const atEnd = (input) => input.selectionStart === input.value.length
  number.addEventListener('input', () => {
    if (atEnd(number)) number.value = group(number.value.replace(/\\D/g, ''))
  })
  expiry.addEventListener('input', (event) => {
    if (!atEnd(expiry) || event.inputType === 'deleteContentBackward') return
    const digits = expiry.value.replace(/\\D/g, '').slice(0, 4)
    if (digits.length >= 2) expiry.value = digits.slice(0, 2) + ' / ' + digits.slice(2)
  })
  for (const code of document.querySelectorAll('[data-card]')) {
    const button = document.createElement('a')
    button.href = '#number'
    button.textContent = code.textContent
    button.setAttribute('aria-label', 'Fill in ' + code.textContent)
    button.addEventListener('click', (event) => {
      event.preventDefault()
      number.value = group(code.dataset.card)
      expiry.value = '12 / ' + String((new Date().getFullYear() + 2) % 100).padStart(2, '0')
      cvc.value = /^3[47]/.test(code.dataset.card) ? '1234' : '123'
      if (!name.value) name.value = 'Ada Example'
      form.querySelector('button').focus()
    })
    code.replaceChildren(button)
  }
  let sent = false
  form.addEventListener('submit', (event) => {
    if (sent) return event.preventDefault()
    sent = true
    const button = form.querySelector('button')
    button.setAttribute('aria-disabled', 'true')
    button.textContent = 'One moment…'
  })
  addEventListener('pageshow', (event) => { if (event.persisted) location.reload() })
})()
`
