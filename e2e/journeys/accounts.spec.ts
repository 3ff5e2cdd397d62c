import { expect, type Locator, type Page, test } from '@playwright/test'
import { codeFromMail, codeFromSms } from './testing/codes'
import { readInbox } from './testing/inbox'
import { newEmail } from './testing/names'

const FIRST = 'correct horse battery'
const SECOND = 'another staple entirely'

/** A mobile number of nobody's. */
const newPhone = () => `+43664${String(Math.floor(Math.random() * 9_000_000) + 1_000_000)}`

async function fill(page: Page | Locator, fields: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(fields))
    await page.getByLabel(label, { exact: true }).fill(value)
}

const press = (page: Page | Locator, name: string) => page.getByRole('button', { name, exact: true }).click()
const expectTitle = (page: Page, name: string) =>
  expect(page.getByRole('heading', { level: 1, name })).toBeVisible()

async function signUp(page: Page, { email, phone }: { email: string; phone: string }): Promise<void> {
  await page.goto('/sign-up?next=/cart')
  await fill(page, { Name: 'Ada Example', Email: email, Password: FIRST, 'Mobile phone (optional)': phone })
  await press(page, 'Open my account')
  await expectTitle(page, 'Check your mail.')
  await fill(page, { Code: '000000' })
  await press(page, 'Open my account')
  await expect(page.getByText('This code is wrong or no longer good.')).toBeVisible()
  await fill(page, { Code: await codeFromMail(email) })
  await press(page, 'Open my account')
  await expectTitle(page, 'And your phone.')
  await fill(page, { Code: await codeFromSms(phone) })
  await press(page, 'Verify my phone')
  await expect(page).toHaveURL('/cart')
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account of/ }).click()
  await press(page, 'Sign out')
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
}

/** Over the page at hand. Before the page's script runs the link leads to the page of sign-in instead. */
async function openDialog(page: Page) {
  await page.waitForLoadState('networkidle')
  await page.getByRole('link', { name: 'Sign in' }).click()
  const dialog = page.getByRole('dialog', { name: 'Welcome back.' })
  await expect(dialog.getByLabel('Email')).toBeFocused()
  return dialog
}

async function resetPassword(page: Page, email: string, code: () => Promise<string>): Promise<void> {
  await page.goto('/')
  const dialog = await openDialog(page)
  await dialog.getByRole('link', { name: 'Forgot your password?' }).click()
  await expectTitle(page, 'A new password.')
  await fill(page, { Email: email })
  await press(page, 'Send me a code')
  await expectTitle(page, 'Type the code.')
  await fill(page, { Code: await code(), 'New password': SECOND })
  await press(page, 'Set the new password')
  await expectTitle(page, 'Accepted.')
}

async function signInOver(page: Page, path: string, email: string): Promise<void> {
  await page.goto(path)
  const dialog = await openDialog(page)
  for (const password of [FIRST, SECOND]) {
    await dialog.getByLabel('Email').fill(email)
    await dialog.getByLabel('Password').fill(password)
    await dialog.getByRole('button', { name: 'Sign in' }).click()
    if (password === FIRST) await expect(dialog.getByText('Email or password is wrong.')).toBeVisible()
  }
  await expect(page.getByRole('button', { name: 'Account of Ada Example' })).toBeVisible()
  await expect(page).toHaveURL(path)
}

test('an account from sign-up to deletion, verified by mail and SMS', async ({ page, request }) => {
  const [email, phone, next] = [newEmail(), newPhone(), newEmail()]
  await signUp(page, { email, phone })
  await signOut(page)
  await resetPassword(page, email, () => codeFromSms(phone, 2))
  await signInOver(page, '/cart', email)

  await test.step('another session is seen and ended', async () => {
    const data = { kind: 'password', email, password: SECOND }
    const { token } = await (await request.post('/api/v1/sessions', { data })).json()
    const asks = () => request.get('/api/v1/orders', { headers: { authorization: `Bearer ${token}` } })
    expect((await asks()).status()).toBe(200)
    await page.goto('/account/security')
    await expect(page.getByText('This one')).toBeVisible()
    await press(page, 'End all others')
    await expect(page.getByRole('button', { name: 'End all others' })).toBeHidden()
    expect((await asks()).status()).toBe(401)
  })

  await test.step('the email changes by a code sent to the new one, and the old one hears of it', async () => {
    await page.goto('/account')
    const change = page.locator('details', { hasText: 'Change email' })
    await change.getByText('Change email').click()
    await fill(change, { 'New email': next, 'Your password': SECOND })
    await press(change, 'Send a code')
    await fill(page, { Code: await codeFromMail(next) })
    await press(page, 'Confirm')
    await expect(page.getByText(next)).toBeVisible()
    const told = async () => (await readInbox(email)).map(({ subject }) => subject)
    await expect.poll(told).toContain('Your TicketBoss account has a new email')
  })

  await test.step('everything is taken along, and the account deleted', async () => {
    await page.goto('/account/privacy')
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Download my data' }).click()
    expect((await download).suggestedFilename()).toBe('ticketboss-my-data.json')
    const everything = await (await page.request.get('/account/export')).json()
    expect(everything.account).toMatchObject({ email: next, phone, isPhoneVerified: true })
    await fill(page, { 'Type “delete” to confirm': 'delete', 'Your password': SECOND })
    await press(page, 'Delete my account')
    await expectTitle(page, 'Goodbye.')
    await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
    expect((await page.request.get('/account/export')).status()).toBe(404)
  })
})
