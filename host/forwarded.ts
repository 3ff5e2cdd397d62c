import type { IncomingMessage } from 'node:http'
import { BlockList, isIPv6 } from 'node:net'

const nearby = new BlockList()
nearby.addSubnet('127.0.0.0', 8)
nearby.addSubnet('10.0.0.0', 8)
nearby.addSubnet('172.16.0.0', 12)
nearby.addSubnet('192.168.0.0', 16)
nearby.addAddress('::1', 'ipv6')
nearby.addSubnet('fc00::', 7, 'ipv6')

/**
 * Makes the last hop of `X-Forwarded-For` the caller's true address, which limits are counted by. A balancer sits on
 * this machine or its network, and has written it there; anyone else who connects may have written anything, so their
 * own address is added.
 */
export function noteCaller(request: IncomingMessage): void {
  const peer = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  const told = [request.headers['x-forwarded-for'] ?? []].flat().join(', ')
  if (told && isNearby(peer)) return
  const hops = told ? `${told}, ${peer}` : peer
  request.headers['x-forwarded-for'] = hops
  setRaw(request.rawHeaders, hops)
}

function isNearby(address: string): boolean {
  return nearby.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}

function setRaw(rawHeaders: string[], value: string) {
  for (let i = rawHeaders.length - 2; i >= 0; i -= 2) {
    if (rawHeaders[i]?.toLowerCase() === 'x-forwarded-for') rawHeaders.splice(i, 2)
  }
  rawHeaders.push('x-forwarded-for', value)
}
