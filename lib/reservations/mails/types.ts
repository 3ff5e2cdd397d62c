export type MailKind = 'confirmation' | 'cancelled' | 'post_failed'

export type MailState = 'waiting' | 'sent' | 'failed'
