import { randomInt } from 'node:crypto'
import type { WebSocket } from 'ws'
import { type App, maySubscribe } from './auth'
import type { Channels, Delivery } from './channels'
import { type Fault, takeFault } from './faults'

export type Frame = { event: string; channel?: string; data?: unknown }
type Server = { app: App; channels: Channels; faults: Fault[] }

const activityTimeoutSeconds = 120
const pongTimeoutMs = 30_000
const reorderWaitMs = 500
const lineFaults: Fault['effect'][] = ['drop', 'delay', 'duplicate', 'reorder']
const asText = { binary: false }
const channelName = /^[A-Za-z0-9_\-=@,.;]{1,200}$/

/** One browser's connection. */
export class Client {
  readonly socketId = `${randomInt(1, 1e9)}.${randomInt(1, 1e9)}`
  readonly #socket: WebSocket
  readonly #server: Server
  readonly #waiting: Delivery[] = []
  #idle: NodeJS.Timeout | undefined

  constructor(socket: WebSocket, server: Server) {
    this.#socket = socket
    this.#server = server
    socket.on('message', (data) => this.#receive(data.toString()))
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      clearTimeout(this.#idle)
      server.channels.leaveAll(this)
    })
    this.send({
      event: 'pusher:connection_established',
      data: JSON.stringify({ socket_id: this.socketId, activity_timeout: activityTimeoutSeconds }),
    })
    this.#watchIdle()
  }

  /** Sends now, whatever faults are set. */
  send(frame: Frame) {
    this.#write(Buffer.from(JSON.stringify(frame)))
  }

  /** Sends a channel's message, through the faults of the line. */
  deliver(message: Delivery) {
    const { faults } = this.#server
    const fault = faults.length > 0 ? takeFault(faults, message, lineFaults) : null
    if (fault?.effect === 'drop') return
    if (fault?.effect === 'delay') return void setTimeout(() => this.#write(message.bytes), fault.ms ?? 1_000)
    if (fault?.effect === 'reorder') {
      this.#waiting.push(message)
      return void setTimeout(() => this.#flush(), fault.ms ?? reorderWaitMs)
    }
    this.#write(message.bytes)
    if (fault?.effect === 'duplicate') this.#write(message.bytes)
    this.#flush()
  }

  /** Says why, then closes. 4000–4099: do not come back; 4100–4199: later; 4200–4299: at once. */
  close(code: number, message: string) {
    this.send({ event: 'pusher:error', data: { code, message } })
    this.#socket.close(code, message)
  }

  #write(bytes: Buffer) {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(bytes, asText)
  }

  #flush() {
    for (const { bytes } of this.#waiting.splice(0)) this.#write(bytes)
  }

  #watchIdle() {
    clearTimeout(this.#idle)
    this.#idle = setTimeout(() => {
      this.send({ event: 'pusher:ping', data: {} })
      this.#idle = setTimeout(() => this.close(4201, 'Pong reply not received'), pongTimeoutMs)
    }, activityTimeoutSeconds * 1_000)
  }

  #receive(text: string) {
    this.#watchIdle()
    let frame: Frame
    try {
      frame = JSON.parse(text) as Frame
    } catch {
      return this.send({ event: 'pusher:error', data: { code: null, message: 'Invalid JSON' } })
    }
    const data = (frame.data ?? {}) as Record<string, string>
    if (frame.event === 'pusher:ping') this.send({ event: 'pusher:pong', data: {} })
    else if (frame.event === 'pusher:subscribe') this.#subscribe(data)
    else if (frame.event === 'pusher:unsubscribe') this.#server.channels.leave(data.channel ?? '', this)
    else if (frame.event?.startsWith('client-')) this.#relay(frame)
  }

  #subscribe({ channel = '', auth = '', channel_data }: Record<string, string>) {
    const { app, channels, faults } = this.#server
    if (takeFault(faults, { channel, event: 'pusher:subscribe' }, ['cut']))
      return this.close(4100, 'Fault asked for')
    const refuse = (type: string, error: string, status: number) =>
      this.send({ event: 'pusher:subscription_error', channel, data: { type, error, status } })
    if (!channelName.test(channel)) return refuse('InvalidChannel', `Invalid channel name: ${channel}`, 400)
    if (channels.has(channel, this)) {
      const message = `Existing subscription to channel ${channel}`
      return this.send({ event: 'pusher:error', data: { code: null, message } })
    }
    const guarded = /^(private|presence)-/.test(channel)
    if (guarded && !maySubscribe(app, auth, this.socketId, channel, channel_data)) {
      return refuse('AuthError', 'Auth signature invalid', 401)
    }
    const member = channel.startsWith('presence-') ? readMember(channel_data) : undefined
    if (member === null) return refuse('InvalidData', 'channel_data must be JSON with a user_id', 400)
    const answer = channels.join(channel, this, member)
    this.send({ event: 'pusher_internal:subscription_succeeded', channel, data: JSON.stringify(answer) })
  }

  /** Client events go from one member of a private or presence channel to the others. */
  #relay({ event, channel = '', data }: Frame) {
    const { channels } = this.#server
    if (!/^(private|presence)-/.test(channel) || !channels.has(channel, this)) {
      const message = 'Client event rejected: only on private and presence channels you are in'
      return this.send({ event: 'pusher:error', data: { code: 4301, message } })
    }
    const userId = channels.memberOf(channel, this)?.user_id
    const text = typeof data === 'string' ? data : JSON.stringify(data)
    channels.broadcast(channel, event, text, this, userId ? { user_id: userId } : {})
  }
}

function readMember(channelData: string | undefined): { user_id: string; user_info?: unknown } | null {
  try {
    const member = JSON.parse(channelData ?? '') as { user_id: string; user_info?: unknown }
    return member.user_id ? { ...member, user_id: String(member.user_id) } : null
  } catch {
    return null
  }
}
