export type MailKind = 'confirmation' | 'cancelled' | 'post_failed'
