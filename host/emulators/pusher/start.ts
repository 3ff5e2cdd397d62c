import type { IncomingMessage } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { serveFetch } from '../../fetch-server'
import type { App } from './auth'
import { Channels } from './channels'
import { Client } from './client'
import { parseFaults } from './faults'
import { answerRest, type PusherState } from './rest'

/** A running stand-in for Pusher Channels. */
export type PusherEmulator = { url: string; port: number; close(): Promise<void> }

const supportedProtocols = { min: 5, max: 7 }

/**
 * Starts a server of the Pusher protocol: WebSockets at /app/<key>, the REST API at /apps/<id>, and for tests
 * - `POST /_emulator/faults` `{ rules: Fault[] }` (see faults.ts), `DELETE /_emulator/faults`, or with `channel=` those
 *   rules that name just this one,
 * - `POST /_emulator/disconnect?code=4200` closes every connection, or with `channel=` (a regular expression) those in it,
 * - `GET /_emulator/state` tells connections and channels.
 */
export async function startPusherEmulator({
  port,
  app,
}: {
  port: number
  app: App
}): Promise<PusherEmulator> {
  const state: PusherState = { app, channels: new Channels(), faults: [], clients: new Set() }
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 })
  const listening = await serveFetch((request) => answer(state, request), port)
  listening.server.on('upgrade', (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, (webSocket) => welcome(state, webSocket, request))
  })
  const close = async () => {
    for (const socket of sockets.clients) socket.terminate()
    await listening.close()
  }
  return { url: listening.url, port: listening.port, close }
}

function answer(state: PusherState, request: Request): Response | Promise<Response> {
  const { pathname } = new URL(request.url)
  if (pathname.startsWith('/apps/')) return answerRest(state, request)
  if (pathname.startsWith('/_emulator/')) return control(state, request)
  return new Response('A stand-in for Pusher Channels.\n', { status: pathname === '/' ? 200 : 404 })
}

async function control(state: PusherState, request: Request): Promise<Response> {
  const url = new URL(request.url)
  const route = `${request.method} ${url.pathname.slice('/_emulator/'.length)}`
  if (route === 'POST faults') state.faults.push(...parseFaults(await request.text()))
  else if (route === 'DELETE faults') {
    const channel = url.searchParams.get('channel')
    const kept = state.faults.filter((fault) => channel !== null && fault.channel !== channel)
    state.faults.splice(0, state.faults.length, ...kept)
  } else if (route === 'POST disconnect') {
    const code = Number(url.searchParams.get('code') ?? 4200)
    const channel = new RegExp(url.searchParams.get('channel') ?? '')
    const all = !url.searchParams.has('channel')
    for (const client of state.clients) {
      if (all || state.channels.isInAny(channel, client)) client.close(code, 'Disconnected on request')
    }
  } else if (route === 'GET state') {
    const channels = state.channels.list('', ['subscription_count', 'user_count'])
    return Response.json({ connections: state.clients.size, channels, faults: state.faults })
  } else return new Response('Unknown path', { status: 404 })
  return new Response(null, { status: 204 })
}

/** Pusher accepts the socket first and says on it what is wrong. */
function welcome(state: PusherState, socket: WebSocket, request: IncomingMessage) {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const [, folder, key] = url.pathname.split('/')
  const protocol = url.searchParams.get('protocol')
  if (folder !== 'app') return refuse(socket, 4005, 'Path not found')
  if (key !== state.app.key) return refuse(socket, 4001, `App key ${key} not in this cluster`)
  if (protocol === null) return refuse(socket, 4008, 'No protocol version supplied')
  if (!/^\d+$/.test(protocol)) return refuse(socket, 4006, 'Invalid version string format')
  if (Number(protocol) < supportedProtocols.min || Number(protocol) > supportedProtocols.max) {
    return refuse(socket, 4007, 'Unsupported protocol version')
  }
  const client = new Client(socket, state)
  state.clients.add(client)
  socket.on('close', () => state.clients.delete(client))
}

function refuse(socket: WebSocket, code: number, message: string) {
  socket.send(JSON.stringify({ event: 'pusher:error', data: { code, message } }))
  socket.close(code, message)
}
