import { invalid } from './addresses'
import { readFields } from './form'

/** Says of an address whether letters reach it: those in "Nowhere" it does not know. */
export async function verify(request: Request): Promise<Response> {
  const fields = await readFields(request)
  if (!fields.primary_line?.trim()) throw invalid('primary_line is required')
  const isHome = new URL(request.url).pathname.endsWith('/us_verifications')
  if (!isHome && !fields.country) throw invalid('country is required')
  const isKnown = !/nowhere/i.test(`${fields.primary_line} ${fields.city ?? ''}`)
  return Response.json({
    id: `${isHome ? 'us' : 'intl'}_ver_local`,
    object: isHome ? 'us_verification' : 'intl_verification',
    deliverability: isKnown ? 'deliverable' : 'undeliverable',
    ...(isHome ? { valid_address: isKnown } : {}),
  })
}
