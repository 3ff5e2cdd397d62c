import { API_BASE, type Endpoint } from './endpoint'
import { isCleanText } from './endpoint-body'
import { isId } from './ids'
import { parse } from './parse'
import { ok, type Result, refuse } from './result'

/** Every part of a path that varies: what it is, and how to read it; null for text that cannot name anything. */
export const PATH_PARAMS: Record<string, { description: string; read: (text: string) => string | null }> = {
  id: { description: 'An id (UUID).', read: readId },
  label: { description: "A seat's label.", read: (text) => (isCleanText(text) ? text : null) },
  slug: {
    description: 'A name in addresses.',
    read: (text) => (/^[a-z0-9-]{1,120}$/.test(text) ? text : null),
  },
}

function readId(text: string): string | null {
  return isId(text) ? text.toLowerCase() : null
}

/** Turns an endpoint's path into a reader of its params; null for a path that names nothing there. */
export function compilePath(path: string): (pathname: string) => Record<string, string> | null {
  const pattern = matchPath(path)
  return (pathname) => {
    const match = pattern.exec(pathname)
    if (!match) return null
    const params: Record<string, string> = {}
    for (const [name, raw] of Object.entries(match.groups ?? {})) {
      const text = PATH_PARAMS[name]?.read(decodePart(raw) ?? '\0') ?? null
      if (text === null) return null
      params[name] = text
    }
    return params
  }
}

/** The whole pathname of an endpoint, with a named group for each part that varies. */
export function matchPath(path: string): RegExp {
  const body = path.replace(/[.]/g, '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')
  return new RegExp(`^${API_BASE}${body}/?$`)
}

function decodePart(raw: string): string | null {
  try {
    return decodeURIComponent(raw)
  } catch {
    return null
  }
}

/** The query as its endpoint declares it; a name it does not know is a mistake worth hearing of. */
export function parseQuery(endpoint: Endpoint, url: URL): Result<unknown, 'invalid'> {
  if (!endpoint.query) return ok({})
  const given: Record<string, string> = {}
  for (const [name, value] of url.searchParams) {
    if (Object.hasOwn(given, name))
      return refuse('invalid', { errors: [{ path: name, message: 'is given twice' }] })
    if (!isCleanText(value))
      return refuse('invalid', { errors: [{ path: name, message: 'has a NUL in it' }] })
    given[name] = value
  }
  return parse(endpoint.query.strict(), given)
}
