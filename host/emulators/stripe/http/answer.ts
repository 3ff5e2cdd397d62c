import type { ServerResponse } from 'node:http'
import type { ErrorBody } from './errors'

export type Answer = { status: number; body: string; headers: Record<string, string> }

export function jsonAnswer(status: number, value: unknown, headers: Record<string, string> = {}): Answer {
  return {
    status,
    body: JSON.stringify(value, null, 2),
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
  }
}

export function errorAnswer(status: number, error: ErrorBody): Answer {
  return jsonAnswer(status, { error })
}

export function htmlAnswer(body: string, status = 200): Answer {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  }
  return { status, body, headers }
}

/** 303, so that the browser follows a posted form with a GET. */
export function redirectAnswer(url: string): Answer {
  return { status: 303, body: '', headers: { location: url, 'cache-control': 'no-store' } }
}

export function sendAnswer(response: ServerResponse, answer: Answer): void {
  if (response.destroyed || response.headersSent) return
  response.writeHead(answer.status, { ...answer.headers, 'content-length': Buffer.byteLength(answer.body) })
  response.end(answer.body)
}
