import { currentUser } from '@/lib/accounts/session'
import { exportAccount } from '@/lib/coordinator/export-account'

/** Everything we know about who asks, as one file. A 404 for who has not signed in. */
export async function GET(): Promise<Response> {
  const user = await currentUser()
  const everything = user && (await exportAccount(user.id))
  if (!everything) return new Response(null, { status: 404 })
  return new Response(JSON.stringify(everything, null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="ticketboss-my-data.json"',
      'cache-control': 'private, no-store',
    },
  })
}
