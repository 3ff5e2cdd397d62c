import { expect, it } from 'vitest'
import { decideAddress } from './rules'

it('a server of one’s own is spoken to in secret, unless it is said not to be', () => {
  const settings = { PUSHER_KEY: 'key', PUSHER_HOST: 'live.example', PUSHER_CLUSTER: 'eu' }
  const address = { key: 'key', host: 'live.example', port: 443, tls: true }
  expect(decideAddress(settings)).toEqual(address)
  expect(decideAddress({ ...settings, PUSHER_PORT: 6001 })).toEqual({ ...address, port: 6001 })
  expect(decideAddress({ ...settings, PUSHER_SCHEME: 'http' })).toEqual({ ...address, port: 80, tls: false })
})

it('without one, it is the cluster that is named', () => {
  expect(decideAddress({ PUSHER_KEY: 'key', PUSHER_CLUSTER: 'ap1' })).toEqual({ key: 'key', cluster: 'ap1' })
})
