import { describe, expect, it } from 'vitest'
import messages from '@/lib/i18n/messages/en.json'
import { errorCodesOf } from '@/lib/platform/endpoint'
import { listRoutes, loadHandlers } from '../testing/call-api'
import { openApiDocument } from './document'
import { ENDPOINTS } from './endpoints'

const operations = ENDPOINTS.map(({ method, path }) => `${method} ${path}`)

describe('the OpenAPI document', () => {
  it('has every route of the API, and the API every operation of the document', async () => {
    const routed = await Promise.all(
      listRoutes().map(async (route) =>
        Object.keys(await loadHandlers(route)).map((method) => `${method} ${route.path}`),
      ),
    )
    expect(routed.flat().sort()).toEqual([...operations].sort())
  }, 60_000)

  it('names no operation twice', () => {
    const { paths } = openApiDocument()
    const ids = Object.values(paths ?? {}).flatMap((path) =>
      Object.values(path as Record<string, { operationId: string }>).map(({ operationId }) => operationId),
    )
    expect(ids).toHaveLength(operations.length)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('points nowhere that does not exist', () => {
    const document = openApiDocument()
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)]
    const known = Object.keys(document.components?.schemas ?? {})
    expect(refs.length).toBeGreaterThan(10)
    expect(refs.map((ref) => ref[1]).filter((name) => !known.includes(name as string))).toEqual([])
  })

  it('says of a claim how it may be refused, and that it can be repeated', () => {
    const claim = openApiDocument().paths?.['/performances/{id}/holds']?.post
    const text = JSON.stringify(claim?.responses)
    for (const code of [
      'seats_taken',
      'unknown_seat',
      'seat_limit',
      'not_on_sale',
      'sold_out',
      'idempotency_mismatch',
    ])
      expect(text).toContain(`"${code}"`)
    expect(Object.keys(claim?.responses ?? {})).toEqual([
      '201',
      '400',
      '401',
      '404',
      '409',
      '413',
      '422',
      '503',
    ])
    expect(JSON.stringify(claim?.parameters)).toContain('Idempotency-Key')
  })

  it('is read with a word on every code it may answer', () => {
    const codes = new Set(ENDPOINTS.flatMap(errorCodesOf))
    const said = new Set(Object.keys(messages.developers.errors.codes))
    expect([...codes].filter((code) => !said.has(code))).toEqual([])
  })

  it('asks for a token where one is needed, and nowhere else', () => {
    const { paths } = openApiDocument()
    expect(paths?.['/cart']?.get?.security).toEqual([{ bearer: [] }])
    expect(paths?.['/events']?.get?.security).toEqual([])
  })
})
