/** Any origin will do, as long as no real address has it. */
const HERE = 'http://here.invalid'

/**
 * Where to go after signing in: a path of this site, or `/`. Whatever a browser could read as another site
 * (`//evil.example`, `/\evil.example`, `https:…`, a tab or dots before the slashes) and the sign-in pages themselves
 * become `/`.
 */
export function safeNext(next: unknown): string {
  if (typeof next !== 'string' || !next.startsWith('/') || next.length > 2000 || /[\\\p{Cc}]/u.test(next))
    return '/'
  const url = URL.parse(next, HERE)
  if (!url || url.origin !== HERE) return '/'
  const path = url.pathname + url.search + url.hash
  if (path.startsWith('//') || /^\/(sign-in|sign-up|reset-password|api)(\/|\?|#|$)/.test(path)) return '/'
  return path
}
