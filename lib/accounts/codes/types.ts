/** What a code opens. */
export type CodePurpose = 'verify_email' | 'verify_phone' | 'reset_password' | 'open_order'
