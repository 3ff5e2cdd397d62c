import { expect, it } from 'vitest'
import type { Role } from '../types'
import { roleSuffices } from './rules'

const ROLES: Role[] = ['owner', 'manager', 'finance', 'door']

it.each<[Role, Role[]]>([
  ['owner', ['owner', 'manager', 'finance', 'door']],
  ['manager', ['manager', 'door']],
  ['finance', ['finance']],
  ['door', ['door']],
])('%s may do the work of %j and no other', (role, may) => {
  expect(ROLES.filter((need) => roleSuffices(role, need))).toEqual(may)
})

it('one of several roles is enough, and none is not', () => {
  expect(roleSuffices('manager', ['finance', 'manager'])).toBe(true)
  expect(roleSuffices('door', ['finance', 'manager'])).toBe(false)
  expect(roleSuffices('owner', [])).toBe(false)
})
