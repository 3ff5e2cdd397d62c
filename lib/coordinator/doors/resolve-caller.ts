import { callerOf } from '@/lib/accounts/session'
import type { Caller } from '@/lib/accounts/types'
import { env } from '@/lib/platform/env'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Who asks: by the token in `Authorization`, else by a browser's cookies. Cookies go along whoever made the browser
 * ask, so what changes something counts only where a page of ours asked; otherwise it is nobody's request.
 */
export async function resolveCaller(request: Request): Promise<Caller> {
  const isByToken = request.headers.has('authorization')
  if (!isByToken && !isFromOurPage(request)) return { kind: 'anonymous' }
  return callerOf(request)
}

/**
 * Reading is harmless: another site's page cannot see the answer, and SameSite keeps the cookies from all but links.
 * For the rest, by Fetch Metadata where the browser sends it, else by Origin; neither is something a page can
 * forge.
 */
function isFromOurPage(request: Request): boolean {
  if (SAFE_METHODS.has(request.method)) return true
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  return request.headers.get('origin') === new URL(env.APP_URL).origin
}
