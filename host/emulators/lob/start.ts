import { serveFetch } from '../../fetch-server'
import { type Kept, keepJson } from '../../json-file'
import { LobError } from './addresses'
import { control, type Fault, type State, takeFault } from './control'
import { type Fields, readFields } from './form'
import { createLetter, fingerprint, type Letter, viewLetter } from './letters'
import { showLetters } from './page'
import { verify } from './verifications'

type Options = { port: number; apiKey: string; dataFile?: string }
type Place = { kept: Kept<State>; faults: Fault[]; apiKey: string; url: string }

/** A running stand-in for Lob's print and mail API. */
export type LobEmulator = { url: string; close(): Promise<void> }

const maxLimit = 100

/**
 * Starts a stand-in for Lob letters: create (with `Idempotency-Key`), retrieve, list, cancel; Basic auth with the API
 * key, addresses checked, the PDF rendered a second later; verification of addresses. A person sees the letters at `/`
 * and can let things happen to them; faults for tests in control.ts.
 */
export async function startLobEmulator({ port, apiKey, dataFile }: Options): Promise<LobEmulator> {
  const kept = keepJson<State>(dataFile, { letters: [], answered: {} })
  const place: Place = { kept, faults: [], apiKey, url: '' }
  const listening = await serveFetch(async (request) => {
    try {
      return await answer(place, request)
    } catch (error) {
      if (!(error instanceof LobError)) throw error
      const { message, status, code } = error
      return Response.json({ error: { message, status_code: status, code } }, { status })
    }
  }, port)
  place.url = listening.url
  return { url: listening.url, close: listening.close }
}

async function answer(place: Place, request: Request): Promise<Response> {
  const { kept, faults, apiKey } = place
  const [, version] = new URL(request.url).pathname.split('/')
  if (version === '_emulator') return control(kept, faults, request)
  if (version === '' || version === 'letters') return showLetters(kept.value.letters)
  const given = Buffer.from(request.headers.get('authorization')?.replace(/^Basic /, '') ?? '', 'base64')
  if (given.toString() !== `${apiKey}:`) throw new LobError('Your API key is not valid.', 401, 'unauthorized')
  const fault = takeFault(faults)
  if (fault === 'rate-limit') throw new LobError('Too many requests', 429, 'rate_limit_exceeded')
  if (fault === 'fail-before') throw new LobError('Fault asked for', 503, 'service_unavailable')
  const answered = await answerApi(place, request)
  if (fault === 'fail-after') throw new LobError('Fault asked for', 503, 'service_unavailable')
  return answered
}

async function answerApi({ kept, url }: Place, request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url)
  const [, version, resource, id] = pathname.split('/')
  if (version === 'v1' && /^(us|intl)_verifications$/.test(resource ?? '')) return verify(request)
  if (version !== 'v1' || resource !== 'letters') throw new LobError('Not found', 404, 'not_found')
  if (request.method === 'POST' && !id) return post(kept, request, url)
  if (!id) return list(kept.value.letters, searchParams)
  const letter = kept.value.letters.find((each) => each.id === id)
  if (!letter) throw new LobError('letter not found', 404, 'not_found')
  if (request.method === 'DELETE') {
    letter.deleted = true
    kept.save()
    return Response.json({ id, deleted: true })
  }
  return Response.json(viewLetter(letter, Date.now()))
}

async function post(kept: Kept<State>, request: Request, url: string): Promise<Response> {
  const fields: Fields = await readFields(request)
  const { letters, answered } = kept.value
  const key = request.headers.get('idempotency-key')
  const earlier = key ? answered[key] : undefined
  if (earlier && earlier.fingerprint !== fingerprint(fields)) {
    throw new LobError('Idempotency key has already been used with other parameters', 409, 'conflict')
  }
  const known = earlier && letters.find(({ id }) => id === earlier.id)
  if (known) return Response.json(viewLetter(known, Date.now()))
  const letter = createLetter(fields, url, new Date())
  letters.unshift(letter)
  if (key) answered[key] = { fingerprint: fingerprint(fields), id: letter.id }
  kept.save()
  return Response.json(viewLetter(letter, Date.now()))
}

function list(letters: Letter[], params: URLSearchParams): Response {
  const limit = Number(params.get('limit') ?? 10)
  if (!Number.isInteger(limit) || limit < 1 || limit > maxLimit) {
    throw new LobError(`limit must be between 1 and ${maxLimit}`, 422, 'invalid')
  }
  const data = letters.slice(0, limit).map((letter) => viewLetter(letter, Date.now()))
  return Response.json({ data, object: 'list', count: data.length, next_url: null, previous_url: null })
}
