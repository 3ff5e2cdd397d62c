import { handleAuth } from '@/lib/accounts/providers/session'
import { joinCart } from '@/lib/coordinator/join-cart'

function handle(request: Request, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  return handleAuth(request, context, joinCart)
}

export { handle as GET, handle as POST }
