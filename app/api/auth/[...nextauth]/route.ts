import { handleAuth } from '@/lib/accounts/providers/session'
import { joinAccount } from '@/lib/coordinator/join-account'

function handle(request: Request, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  return handleAuth(request, context, joinAccount)
}

export { handle as GET, handle as POST }
