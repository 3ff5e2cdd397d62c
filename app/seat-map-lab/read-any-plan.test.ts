import { describe, expect, it } from 'vitest'
import { encodePlan } from '@/lib/seat-map/encode-plan'
import { drawHall } from '@/prisma/seed/venues/hall'
import { readAnyPlan } from './read-any-plan'

const issuesOf = (text: string) => {
  const read = readAnyPlan(text)
  return read.ok ? [] : read.issues
}

describe('the lab reads', () => {
  const draft = drawHall()
  const seatCount = draft.sections.flatMap(({ rows }) => rows.flatMap(({ seats }) => seats)).length

  it('a draft and a published plan alike', () => {
    const encoded = encodePlan(draft, { id: 'hall', version: 1 })
    for (const plan of [draft, encoded.ok && encoded.plan]) {
      const read = readAnyPlan(JSON.stringify(plan))
      expect(read.ok && read.map.seatCount).toBe(seatCount)
    }
  })

  it('nothing else, and says what is wrong with it', () => {
    for (const text of [
      '',
      'no,plan\n1,2',
      '[]',
      '7',
      '{"seats":{"count":5}}',
      '{"zones":[]}',
      '{"name":"x"}',
    ]) {
      expect(issuesOf(text).length).toBeGreaterThan(0)
    }
    expect(issuesOf(JSON.stringify({ ...draft, width: null })).map(({ path }) => path)).toContain('width')
  })
})
