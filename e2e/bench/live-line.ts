import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { startPusherEmulator } from '@/host/emulators/pusher/start'
import { answerCalls, sharedNow } from './live-calls'

// The servers of the live bench, in a process of their own: the stand-in for Pusher, and the least that sends a text to
// every socket.

const app = { id: 'bench', key: 'bench', secret: 'bench' }
const bare = new WebSocketServer({ host: '127.0.0.1', port: 0 })

const calls = {
  async open() {
    const pusher = await startPusherEmulator({ port: 0, app })
    return { pusherPort: pusher.port, barePort: (bare.address() as AddressInfo).port }
  },
  /** When the first was given it. */
  broadcast(text: string) {
    const bytes = Buffer.from(text)
    const at = sharedNow()
    for (const client of bare.clients) client.send(bytes, { binary: false })
    return { at, sockets: bare.clients.size }
  },
}

export type LiveLine = typeof calls
answerCalls(calls)
