import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Emulator } from '../emulator'
import { answerPage } from '../pages/routes'
import { type Answer, htmlAnswer, sendAnswer } from './answer'
import { answerApi } from './api'
import { answerControl } from './control'
import { type Hooks, type Pauses, runWithFault } from './hooks'
import { type Request, readRequest } from './request'

/** The HTTP door: the API, the hosted pages and the control doors, with faults in front of the first two. */
export function createDoor(emulator: Emulator): Server {
  let waiting: (() => void)[] = []
  const pauses: Pauses = {
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms).unref()),
    waitForNextRequest: (ms) =>
      Promise.race([pauses.wait(ms), new Promise<void>((resolve) => waiting.push(resolve))]),
  }

  async function serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await readRequest(message)
    if (request.path.startsWith('/_emulator')) return sendAnswer(response, answerControl(emulator, request))
    const fault = emulator.faults.takeForRequest(request.method, request.path)
    const answer = await runWithFault(fault, (hooks) => answerRequest(emulator, request, hooks), pauses)
    if (answer) sendAnswer(response, answer)
    else message.socket.destroy()
    if (fault?.effect === 'reorder') return
    for (const resolve of waiting) resolve()
    waiting = []
  }

  return createServer((message, response) => {
    serve(message, response).catch((error) => {
      if (!message.destroyed) console.error('stripe stand-in:', error)
      sendAnswer(response, htmlAnswer('Something went wrong in the stand-in for Stripe.', 500))
    })
  })
}

async function answerRequest(emulator: Emulator, request: Request, hooks: Hooks): Promise<Answer> {
  if (request.path.startsWith('/v1/')) return answerApi(emulator, request, hooks)
  await hooks.beforeEffect?.()
  const answer = answerPage(emulator, request)
  return hooks.answerInstead ?? answer
}
