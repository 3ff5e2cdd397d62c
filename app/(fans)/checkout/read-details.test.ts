import { expect, it } from 'vitest'
import { readDetails, toAddress } from './read-details'

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

it('a form without a delivery is by email, without an address', () => {
  const details = readDetails(formOf({ email: 'ada@example.com', name: 'Ada', delivery: 'owl' }))
  expect(details).toMatchObject({ email: 'ada@example.com', name: 'Ada', delivery: 'email' })
  expect(details).toMatchObject({ card: '' })
  expect(toAddress(details.address)).toBeUndefined()
})

it('an address is what was filled in; a country alone is none', () => {
  const fields = { delivery: 'post', line1: ' 1 Main Street ', city: 'Vienna', region: '', country: 'AT' }
  const { delivery, address } = readDetails(formOf(fields))
  expect(delivery).toBe('post')
  expect(toAddress(address)).toEqual({ line1: '1 Main Street', city: 'Vienna', country: 'AT' })
  expect(toAddress(readDetails(formOf({ country: 'AT' })).address)).toBeUndefined()
})
