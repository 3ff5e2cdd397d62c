/** What a person or an API key may do for one organizer. */
export type Role = 'owner' | 'manager' | 'finance' | 'door'

/** Who is asking. `guestId` of a user is the guest they were when they signed in. */
export type Caller =
  | { kind: 'anonymous' }
  | { kind: 'guest'; guestId: string }
  | { kind: 'user'; userId: string; guestId?: string }
  | { kind: 'apiKey'; organizerId: string; role: Role }

/** An account as its owner and pages see it. */
export type AccountUser = { id: string; email: string; name: string }

/** A sign-in of the API. The token is shown this once; only its hash is kept. */
export type ApiSession<User extends AccountUser | null = AccountUser> = {
  token: string
  expiresAt: Date
  user: User
}

/** Whose cart and orders they are: an account's or a guest's. */
export type Owner = { userId: string } | { guestId: string }

/** Whose cart and orders the caller speaks for; null for those who have none (yet). */
export function ownerOf(caller: Caller): Owner | null {
  if (caller.kind === 'user') return { userId: caller.userId }
  return caller.kind === 'guest' ? { guestId: caller.guestId } : null
}
