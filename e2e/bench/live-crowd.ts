import WebSocket from 'ws'
import { answerCalls, sharedNow } from './live-calls'

// Everybody else, in a process of its own: sockets that subscribe as pusher-js does, and sockets of the bare server.

type Heard = { firstAt: number; lastAt: number; bytes: number; channel: string }
type Crowd = { sockets: number; deliveries: number; heard: Map<string, Heard> }

const AT_ONCE = 50
/** Every so manieth reads what it hears; the others only count, so as not to slow down what is measured. */
const READS = 20
const PONG = JSON.stringify({ event: 'pusher:pong', data: {} })
const crowds: Record<string, Crowd> = {}

async function join(url: string, count: number, channels: string[]): Promise<Crowd> {
  const crowd: Crowd = { sockets: 0, deliveries: 0, heard: new Map() }
  const open = async (_: unknown, nth: number) => {
    const socket = new WebSocket(url, { perMessageDeflate: false, skipUTF8Validation: true })
    socket.on('message', (data: Buffer) => {
      // Who does not answer is hung up on.
      if (data.length < 64 && data.includes('pusher:ping')) return socket.send(PONG)
      crowd.deliveries++
      if (nth % READS === READS - 1 || count < READS) note(crowd, data.toString())
    })
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
    known.lastAt = at
    return
  }
  const { event, channel = '', data } = JSON.parse(text)
  if (event !== 'seats') return
  heard.set(text, { firstAt: at, lastAt: at, bytes: Buffer.byteLength(data), channel })
}

const calls = {
  async join(name: string, url: string, count: number, channels: string[]) {
    crowds[name] = await join(url, count, channels)
  },
  /** What was heard since the last report: by message, when first and last, and of how many bytes. */
  report(name: string) {
    const { heard } = crowds[name] as Crowd
    const messages = [...heard].map(([text, one]) => ({ text, ...one }))
    heard.clear()
    return messages
  },
  /** How many messages all of them have had, each counted for itself. */
  deliveries: (name: string) => (crowds[name] as Crowd).deliveries,
}

export type LiveCrowd = typeof calls
answerCalls(calls)
