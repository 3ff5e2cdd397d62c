import { expect, it } from 'vitest'
import type { CodeMailKind } from '../account-mails/types'
import { composeCodeMail, composeNoticeMail } from './compose-account-mail'

const KINDS: CodeMailKind[] = ['sign_up', 'email', 'reset', 'reset_no_sms', 'order']

it.each(KINDS)('a mail with a code (%s) has it in its subject and once, whole, in its text', async (kind) => {
  const mail = await composeCodeMail({
    kind,
    code: '048213',
    minutes: 10,
    name: 'Ada',
    reference: 'K7M4QX2P',
  })
  expect(mail.subject).toContain('048213')
  expect(mail.text.match(/048213/g)).toHaveLength(1)
  expect(mail.html).toContain('>048213<')
  expect(mail.text).toContain('Hello Ada,')
})

it('a name is text, whatever it looks like', async () => {
  const name = '<img src=x onerror=alert(1)>{code}'
  const code = { kind: 'reset', code: '048213', minutes: 10, name, reference: '' } as const
  const notice = { kind: 'email_changed', name, detail: '"><script>', resetUrl: 'http://localhost/' } as const
  for (const { html } of [await composeCodeMail(code), await composeNoticeMail(notice)]) {
    expect(html).not.toMatch(/<img|<script/)
    expect(html).toContain('&lt;img')
  }
})
