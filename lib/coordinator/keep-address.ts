import { type AddressInput, addressSchema } from '@/lib/accounts/addresses/schema'
import { addAddress, changeAddress } from '@/lib/accounts/addresses/store'
import { parse } from '@/lib/platform/parse'
import { ok, type Result, refuse } from '@/lib/platform/result'

/**
 * Writes an address into an account's book: a new one, or one of its own anew (`id`). `invalid` names each field that
 * is wrong in its country; `not_found` where the id is not theirs; `too_large` where the book is full.
 */
export async function keepAddress({
  userId,
  id,
  address,
}: {
  userId: string
  id?: string
  address: AddressInput
}): Promise<Result<null, 'invalid' | 'not_found' | 'too_large'>> {
  const parsed = parse(addressSchema, address)
  if (!parsed.ok) return parsed
  if (id !== undefined)
    return (await changeAddress(userId, id, parsed.value)) ? ok(null) : refuse('not_found')
  return (await addAddress(userId, parsed.value)) ? ok(null) : refuse('too_large')
}
