import { verifyAddress } from '@/lib/delivery/post/lob'
import type { PostalAddress } from '@/lib/platform/address'
import { addressSchema } from '@/lib/platform/address-schema'

/**
 * Whether the post says that it cannot deliver to an address, so that the fan looks at it once more. Never stands in
 * the way: where the post cannot be asked, or not in time, and for what is no address at all, it is false.
 */
export async function isAddressDoubtful({
  name,
  address,
}: {
  name: string
  address: PostalAddress
}): Promise<boolean> {
  const parsed = addressSchema.safeParse(address)
  if (!parsed.success) return false
  return (await verifyAddress({ ...parsed.data, name })) === 'undeliverable'
}
