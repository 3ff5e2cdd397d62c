import { authorizeOrganizer } from '@/lib/accounts/memberships/queries'
import { type Caller, ownerOf, type Role } from '@/lib/accounts/types'
import type { Endpoint } from '@/lib/platform/endpoint'
import { type Door, type Handle, serve } from '@/lib/platform/endpoint-serve'
import { ok, type Result, refuse } from '@/lib/platform/result'
import type { OrderAccess } from '@/lib/reservations/orders/types'
import type { CartOwner } from '@/lib/reservations/types'
import { resolveCaller } from './resolve-caller'

/** A guest or a signed-in person: whose cart it is, and which orders they may see. */
export type Customer = { owner: CartOwner; access: OrderAccess }

/** A member of the organizer, or its key. */
export type Member = { organizerId: string }

/** An endpoint for everybody: nobody is asked who they are, so its answer may be shared. */
export function servePublic<const E extends Endpoint & { access: 'public' }>(
  endpoint: E,
  handle: Handle<E, null>,
): Door {
  return serve(endpoint, async () => ok({ name: 'anonymous', who: null }), handle)
}

/** An endpoint of guests and signed-in people; `unauthenticated` for anybody else. */
export function serveCustomer<const E extends Endpoint & { access: 'customer' }>(
  endpoint: E,
  handle: Handle<E, Customer>,
): Door {
  return serve(endpoint, async (request) => identifyCustomer(await resolveCaller(request)), handle)
}

/**
 * An endpoint of an organizer, whose slug is in the path, for those of its members (and keys) with a role that
 * suffices; `not_found` for anybody else who has signed in.
 */
export function serveOrganizer<
  const E extends Endpoint & { access: 'organizer'; path: `${string}{slug}${string}` },
>(endpoint: E, need: Role | readonly Role[], handle: Handle<E, Member>): Door {
  return serve(
    endpoint,
    async (request, params) => {
      const caller = await resolveCaller(request)
      const { slug } = params as { slug: string }
      const authorized = await authorizeOrganizer(caller, slug, need)
      return authorized.ok ? ok({ name: nameOf(caller), who: authorized.value }) : authorized
    },
    handle,
  )
}

function identifyCustomer(caller: Caller): Result<{ name: string; who: Customer }, 'unauthenticated'> {
  const owner = ownerOf(caller)
  if (!owner) return refuse('unauthenticated')
  // Orders made before signing in stay in sight of the session that made them.
  const guestId = caller.kind === 'user' ? caller.guestId : undefined
  return ok({ name: nameOf(caller), who: { owner, access: { ...owner, ...(guestId ? { guestId } : {}) } } })
}

function nameOf(caller: Caller): string {
  if (caller.kind === 'user') return `user:${caller.userId}`
  if (caller.kind === 'guest') return `guest:${caller.guestId}`
  return caller.kind === 'apiKey' ? `organizer:${caller.organizerId}` : 'anonymous'
}
