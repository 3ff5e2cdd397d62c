import WebSocket from 'ws'
import { answerCalls, sharedNow } from './live-calls'

// Everybody else, in a process of its own: sockets that subscribe as pusher-js does, and sockets of the bare server.

type Heard = { count: number; firstAt: number; lastAt: number; bytes: number; channel: string }
type Crowd = { sockets: number; heard: Map<string, Heard> }

const AT_ONCE = 50
const crowds: Record<string, Crowd> = {}

async function join(url: string, count: number, channels: string[]): Promise<Crowd> {
  const crowd: Crowd = { sockets: 0, heard: new Map() }
  const open = async () => {
    const socket = new WebSocket(url, { perMessageDeflate: false })
    socket.on('message', (data: Buffer) => note(crowd, data.toString()))
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
    for (const channel of channels) {
      socket.send(JSON.stringify({ event: 'pusher:subscribe', data: { channel } }))
    }
    crowd.sockets++
  }
  for (let at = 0; at < count; at += AT_ONCE) {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - at) }, open))
  }
  return crowd
}

/** The same text for all: read once, then only counted. */
function note({ heard }: Crowd, text: string): void {
  const at = sharedNow()
  const known = heard.get(text)
  if (known) {
    known.count++
    known.lastAt = at
    return
  }
  const { event, channel = '', data } = JSON.parse(text)
  if (event !== 'seats') return
  heard.set(text, { count: 1, firstAt: at, lastAt: at, bytes: Buffer.byteLength(data), channel })
}

const calls = {
  async join(name: string, url: string, count: number, channels: string[]) {
    crowds[name] = await join(url, count, channels)
  },
  /** What was heard since the last report: by message, to how many, when first and last, and of how many bytes. */
  report(name: string) {
    const { heard } = crowds[name] as Crowd
    const messages = [...heard].map(([text, one]) => ({ text, ...one }))
    heard.clear()
    return messages
  },
}

export type LiveCrowd = typeof calls
answerCalls(calls)
