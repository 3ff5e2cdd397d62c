import { type App, refuseCall } from './auth'
import type { Channels } from './channels'
import type { Client } from './client'
import { type Fault, takeFault } from './faults'

export type PusherState = { app: App; channels: Channels; faults: Fault[]; clients: Set<Client> }
type Trigger = {
  name: string
  channel?: string
  channels?: string[]
  data: string
  socket_id?: string
  info?: string
}

// Pusher Channels' own limits.
const maxDataBytes = 10_240
const maxNameLength = 200
const maxChannels = 100
const maxBatch = 10

/** The REST API under /apps/<id>: publish, publish a batch, ask about channels. */
export async function answerRest(state: PusherState, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  const [, , appId, ...path] = pathname.split('/')
  const body = request.method === 'POST' ? await request.text() : ''
  if (appId !== state.app.id) return new Response(`App ${appId} not found`, { status: 404 })
  const refusal = refuseCall(state.app, request, body)
  if (refusal) return new Response(`${refusal}\n`, { status: 401 })
  const route = `${request.method} ${path[0]}`
  if (route === 'POST events') return publish(state, () => [JSON.parse(body) as Trigger])
  if (route === 'POST batch_events')
    return publish(state, () => (JSON.parse(body) as { batch: Trigger[] }).batch)
  if (route === 'GET channels') return tellChannels(state, request, path)
  return new Response('Unknown path', { status: 404 })
}

function publish(state: PusherState, read: () => Trigger[]): Response {
  let triggers: Trigger[]
  try {
    triggers = read()
  } catch {
    return new Response('Invalid JSON', { status: 400 })
  }
  if (triggers.length > maxBatch)
    return new Response(`Batch too large (> ${maxBatch} events)`, { status: 400 })
  for (const trigger of triggers) {
    const refusal = refuseTrigger(trigger)
    if (refusal) return refusal
  }
  const first = { channel: channelsOf(triggers[0])[0] ?? '', event: triggers[0]?.name ?? '' }
  const fault = takeFault(state.faults, first, ['fail-before', 'fail-after'])
  if (fault?.effect !== 'fail-before') for (const trigger of triggers) broadcast(state, trigger)
  if (fault) return new Response('Fault asked for', { status: 500 })
  return Response.json({})
}

function refuseTrigger(trigger: Trigger): Response | null {
  const channels = channelsOf(trigger)
  const refuse = (text: string, status = 400) => new Response(`${text}\n`, { status })
  if (!trigger.name || trigger.name.length > maxNameLength) return refuse('Missing or too long event name')
  if (channels.length === 0 || channels.length > maxChannels)
    return refuse(`1 to ${maxChannels} channels, please`)
  if (typeof trigger.data !== 'string') return refuse('Missing required parameter: data')
  if (Buffer.byteLength(trigger.data) > maxDataBytes) {
    return refuse(`The data content of this event exceeds the allowed maximum (${maxDataBytes} bytes)`, 413)
  }
  return null
}

function broadcast({ channels, clients }: PusherState, trigger: Trigger) {
  const except = [...clients].find(({ socketId }) => socketId === trigger.socket_id)
  for (const channel of channelsOf(trigger)) channels.broadcast(channel, trigger.name, trigger.data, except)
}

function channelsOf(trigger: Trigger | undefined): string[] {
  return trigger?.channels ?? (trigger?.channel ? [trigger.channel] : [])
}

function tellChannels({ channels }: PusherState, request: Request, [, name, users]: string[]): Response {
  const query = new URL(request.url).searchParams
  const info = (query.get('info') ?? '').split(',')
  if (!name) return Response.json({ channels: channels.list(query.get('filter_by_prefix') ?? '', info) })
  if (users === 'users') return Response.json({ users: channels.listUsers(name) })
  return Response.json(channels.describe(name, info))
}
