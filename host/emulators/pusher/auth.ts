import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** The one app this server knows. */
export type App = { id: string; key: string; secret: string }

const toleranceSeconds = 600

/** Checks the signature of a REST call. Returns why it is refused, or null. */
export function refuseCall(app: App, request: Request, body: string, nowMs = Date.now()): string | null {
  const url = new URL(request.url)
  const params = Object.fromEntries(url.searchParams)
  if (params.auth_key !== app.key) return 'Unknown auth_key'
  if (params.auth_version !== '1.0') return 'Unsupported auth_version'
  if (Math.abs(nowMs / 1000 - Number(params.auth_timestamp)) > toleranceSeconds) {
    return `Timestamp expired: given timestamp (${params.auth_timestamp}) not within ${toleranceSeconds}s of server time`
  }
  if (body !== '' && params.body_md5 !== createHash('md5').update(body).digest('hex'))
    return 'Invalid body_md5'
  const { auth_signature: signature = '', ...signed } = params
  const query = Object.keys(signed)
    .sort()
    .map((name) => `${name.toLowerCase()}=${signed[name]}`)
    .join('&')
  const expected = sign(app.secret, `${request.method}\n${url.pathname}\n${query}`)
  return isSame(signature, expected) ? null : 'Invalid signature'
}

/** Whether a client may join a private or presence channel: `<key>:<signature>` over its socket, channel and data. */
export function maySubscribe(
  app: App,
  auth: string,
  socketId: string,
  channel: string,
  data?: string,
): boolean {
  const text = [socketId, channel, ...(data === undefined ? [] : [data])].join(':')
  return isSame(auth, `${app.key}:${sign(app.secret, text)}`)
}

function sign(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('hex')
}

function isSame(given: string, expected: string): boolean {
  return given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected))
}
