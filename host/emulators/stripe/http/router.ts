import type { z } from 'zod'
import type { Turn } from '../turn'
import type { TreeObject } from './form'
import { parseParams } from './params'

export type Call<P> = Turn & { params: P; path: string[] }
export type Route = {
  method: 'GET' | 'POST' | 'DELETE'
  pattern: string
  run(turn: Turn, params: TreeObject, path: string[]): object
}

/** An endpoint: `:name` segments of the pattern arrive in order as `path`, checked parameters as `params`. */
export function route<S extends z.ZodType>(
  method: Route['method'],
  pattern: string,
  schema: S,
  handle: (call: Call<z.output<S>>) => object,
): Route {
  return {
    method,
    pattern,
    run: (turn, params, path) => handle({ ...turn, params: parseParams(schema, params), path }),
  }
}

/** The route for a request, with what its `:name` segments matched. Fixed segments win over `:name` ones. */
export function findRoute(
  routes: Route[],
  method: string,
  pathname: string,
): { route: Route; path: string[] } | null {
  const asked = pathname.split('/')
  let best: { route: Route; path: string[] } | null = null
  for (const candidate of routes) {
    const path = candidate.method === method ? matchSegments(candidate.pattern.split('/'), asked) : null
    if (path && (!best || path.length < best.path.length)) best = { route: candidate, path }
  }
  return best
}

function matchSegments(pattern: string[], asked: string[]): string[] | null {
  if (pattern.length !== asked.length) return null
  const path: string[] = []
  for (const [index, segment] of pattern.entries()) {
    const value = asked[index] ?? ''
    if (segment.startsWith(':') && value) path.push(decodeURIComponent(value))
    else if (segment !== value) return null
  }
  return path
}
