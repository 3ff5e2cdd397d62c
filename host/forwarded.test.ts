import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { toRequest } from './fetch-server'
import { noteCaller } from './forwarded'

function receive(remoteAddress: string, told?: string) {
  const rawHeaders = ['Host', 'localhost', ...(told ? ['X-Forwarded-For', told] : [])]
  const headers = told ? { 'x-forwarded-for': told } : {}
  const request = {
    method: 'GET',
    url: '/',
    socket: { remoteAddress },
    rawHeaders,
    headers,
  } as unknown as IncomingMessage
  noteCaller(request)
  return toRequest(request).headers.get('x-forwarded-for')
}

test('who connects by themselves is known by their own address, whatever they claim', () => {
  expect(receive('203.0.113.7', '198.51.100.1')).toBe('198.51.100.1, 203.0.113.7')
  expect(receive('::ffff:203.0.113.7')).toBe('203.0.113.7')
})

test('a balancer nearby is believed', () => {
  expect(receive('10.1.2.3', '198.51.100.1')).toBe('198.51.100.1')
  expect(receive('::1', '198.51.100.1')).toBe('198.51.100.1')
})
