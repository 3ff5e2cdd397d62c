import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { matchPath } from '@/lib/platform/endpoint-input'

const root = join(import.meta.dirname, '..')
const METHODS = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'] as const

type Handler = (request: Request) => Promise<Response>
export type ApiRoute = { path: string; pattern: RegExp; file: string }

/** For tests: every route under `/api/v1`, as its folders say it, but the one for all other paths. */
export function listRoutes(): ApiRoute[] {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  const folders = files
    .filter((file) => file.endsWith('/route.ts'))
    .map((file) => file.slice(0, -'/route.ts'.length))
  return folders
    .filter((folder) => !folder.startsWith('[...'))
    .map((folder) => {
      const path = `/${folder.replaceAll('[', '{').replaceAll(']', '}')}`
      return { path, pattern: matchPath(path), file: join(root, folder, 'route.ts') }
    })
}

/** For tests: the methods a route answers. */
export async function loadHandlers(route: ApiRoute): Promise<Partial<Record<string, Handler>>> {
  const module = (await import(route.file)) as Record<string, Handler>
  return Object.fromEntries(
    METHODS.filter((method) => method in module).map((method) => [method, module[method]]),
  )
}

export type Call = {
  token?: string
  json?: unknown
  body?: BodyInit
  headers?: Record<string, string>
}

/** For tests: asks the route that Next would ask, with a real Request. `path` is below `/api/v1`. */
export async function callApi(method: string, path: string, call: Call = {}): Promise<Response> {
  const url = new URL(`/api/v1${path}`, 'http://localhost:3000')
  // A folder that is named beats one that varies, as it does for Next.
  const routes = listRoutes().filter((one) => one.pattern.test(url.pathname))
  const route = routes.sort((a, b) => a.path.split('{').length - b.path.split('{').length)[0]
  if (!route) throw new Error(`No route for ${path}`)
  const handler = (await loadHandlers(route))[method]
  return handler ? handler(toRequest(url, method, call)) : new Response(null, { status: 405 })
}

function toRequest(url: URL, method: string, { token, json, body, headers }: Call): Request {
  const sent = json === undefined ? body : JSON.stringify(json)
  return new Request(url, {
    method,
    headers: {
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    ...(sent === undefined ? {} : { body: sent }),
  })
}

/** For tests: a guest's token. */
export async function openGuest(): Promise<string> {
  const response = await callApi('POST', '/sessions', { json: { kind: 'guest' } })
  return ((await response.json()) as { token: string }).token
}
