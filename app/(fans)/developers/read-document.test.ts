import { describe, expect, it } from 'vitest'
import { openApiDocument } from '@/app/api/v1/_document/document'
import { ENDPOINTS } from '@/app/api/v1/_document/endpoints'
import { readChapters, readShapes, refsOf, withFields, writeType } from './read-document'

const chapters = readChapters(openApiDocument())
const operations = chapters.flatMap((chapter) => chapter.operations)

describe('the reference', () => {
  it('has every operation, in chapters', () => {
    expect(operations).toHaveLength(ENDPOINTS.length)
    expect(chapters.map(({ name }) => name)).toContain('Holds and the cart')
    for (const chapter of chapters) expect(chapter.operations.length).toBeGreaterThan(0)
  })

  it('says of a claim what it takes, answers and refuses', () => {
    const claim = operations.find(({ id }) => id === 'postPerformancesIdHolds')
    expect(claim).toMatchObject({ method: 'POST', needsToken: true, answers: [{ status: '201' }] })
    expect(Object.keys(claim?.body?.schema?.properties ?? {})).toEqual(['seats', 'best', 'ticketType'])
    expect(claim?.refusals.find(({ status }) => status === '409')?.codes).toContain('seats_taken')
    expect(claim?.params.map((param) => param.name)).toEqual(['id', 'Idempotency-Key'])
  })

  it('knows every shape that an operation names', () => {
    const names = readShapes(openApiDocument()).map(({ name }) => name)
    const named = operations.flatMap(({ answers }) =>
      answers.flatMap(({ schema }) => (schema ? refsOf(schema) : [])),
    )
    expect(named.length).toBeGreaterThan(10)
    for (const name of named) expect(names).toContain(name)
  })

  it.each([
    [{ $ref: '#/components/schemas/Cart' }, 'Cart'],
    [{ type: 'string', format: 'date-time' }, 'string (date-time)'],
    [{ type: 'array', items: { $ref: '#/x/HeldSeat' } }, 'list of HeldSeat'],
    [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, 'string or null'],
    [{ type: 'string', enum: ['email', 'post'] }, '"email" or "post"'],
    [{}, 'anything'],
  ])('writes %j as %s', (schema, words) => {
    expect(writeType(schema)).toBe(words)
  })

  it('finds the fields inside lists and choices', () => {
    const inner = { type: 'object', properties: { a: { type: 'string' } } }
    expect(withFields({ anyOf: [{ type: 'array', items: inner }, { type: 'null' }] })).toEqual([inner])
  })
})
