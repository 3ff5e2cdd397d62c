export type MailKind = 'confirmation' | 'cancelled'
