import { afterEach, expect, test, vi } from 'vitest'
import { type FetchHandler, type Listening, serveFetch } from './fetch-server'

let listening: Listening
afterEach(() => listening.close())

async function serve(handle: FetchHandler) {
  listening = await serveFetch(handle, 0)
  return listening.url
}

test('method, address, headers and body arrive; status, headers and body return', async () => {
  const url = await serve(async (request) => {
    const { pathname, search } = new URL(request.url)
    const answer = `${request.method} ${pathname}${search} ${request.headers.get('x-a')} ${await request.text()}`
    return new Response(answer, { status: 202, headers: { 'x-b': '2' } })
  })
  const response = await fetch(`${url}/a%20b?c=1`, { method: 'PUT', body: 'ü', headers: { 'x-a': '1' } })
  expect(response.status).toBe(202)
  expect(response.headers.get('x-b')).toBe('2')
  expect(await response.text()).toBe('PUT /a%20b?c=1 1 ü')
})

test('every cookie is set', async () => {
  const url = await serve(() => {
    const headers = new Headers()
    headers.append('set-cookie', 'a=1')
    headers.append('set-cookie', 'b=2')
    return new Response(null, { headers })
  })
  expect((await fetch(url)).headers.getSetCookie()).toEqual(['a=1', 'b=2'])
})

test('an exception answers 500 and the server lives on', async () => {
  const logged = vi.spyOn(console, 'error').mockReturnValue(undefined)
  const url = await serve(({ url: address }) => {
    if (address.endsWith('/bad')) throw new Error('broken')
    return new Response('fine')
  })
  expect((await fetch(`${url}/bad`)).status).toBe(500)
  expect(await (await fetch(`${url}/good`)).text()).toBe('fine')
  expect(logged).toHaveBeenCalledOnce()
  logged.mockRestore()
})
