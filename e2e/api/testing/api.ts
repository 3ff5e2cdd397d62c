/** The address of the app under test; playwright.config.ts has filled the environment. */
export const site = process.env.APP_URL as string

export type Answer<T> = { status: number; body: T; headers: Headers }

/** A problem as api.md has it (RFC 9457). */
export type Problem = {
  code: string
  status: number
  detail?: string
  requestId: string
  seats?: string[]
  alternatives?: string[]
  errors?: { path: string; message: string }[]
}

type Call = {
  token?: string
  /** Sent as JSON. */
  json?: unknown
  /** Sent as it is, as `type`. */
  raw?: string | Uint8Array<ArrayBuffer>
  type?: string
  headers?: Record<string, string>
}

/** One call of the REST API, as a phone app would make it. Never throws for a status. */
export async function callApi<T>(method: string, path: string, call: Call = {}): Promise<Answer<T>> {
  const { token, json, raw, type = 'application/json' } = call
  const body = raw ?? (json === undefined ? undefined : JSON.stringify(json))
  const headers = {
    ...(body === undefined ? {} : { 'content-type': type }),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...call.headers,
  }
  const response = await fetch(`${site}/api/v1${path}`, { method, headers, ...(body ? { body } : {}) })
  const isJson = response.headers.get('content-type')?.includes('json')
  const answered = isJson ? await response.json() : await response.arrayBuffer()
  return { status: response.status, body: answered as T, headers: response.headers }
}

/** The same, where anything but success is a broken test. */
export async function askApi<T>(method: string, path: string, call?: Call): Promise<T> {
  const { status, body } = await callApi<T>(method, path, call)
  if (status >= 400) throw new Error(`${method} ${path} answered ${status}: ${JSON.stringify(body)}`)
  return body
}

/** A guest's token. */
export async function openGuest(): Promise<string> {
  const json = { kind: 'guest' }
  return (await askApi<{ token: string }>('POST', '/sessions', { json })).token
}
