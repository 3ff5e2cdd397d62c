import type { AccountNotice } from '@/lib/platform/jobs'

/** What a mailed code is for; it decides the words. */
export type CodeMailKind = 'sign_up' | 'email' | 'reset' | 'reset_no_sms' | 'order'

export type CodeMail = {
  kind: CodeMailKind
  code: string
  minutes: number
  /** Whom it greets; null where we do not know. */
  name: string | null
  /** Of the order it opens; '' for all else. */
  reference: string
}

export type NoticeMail = {
  kind: AccountNotice
  name: string
  /** What the account has now: the new email, the last digits of the new phone; '' for all else. */
  detail: string
  /** Absolute address of the page to choose a new password. */
  resetUrl: string
}
