import { type ApiDocument, describeEndpoints } from '@/lib/platform/endpoint-document'
import { env } from '@/lib/platform/env'
import { ENDPOINTS } from './endpoints'

let document: ApiDocument | undefined

/** The OpenAPI document of everything under `/api/v1`, made once. */
export function openApiDocument(): ApiDocument {
  document ??= describeEndpoints(ENDPOINTS, {
    origin: new URL(env.APP_URL).origin,
    title: 'TicketBoss API',
    version: '1',
    description:
      'For phone apps and partners. JSON in and out, times ISO 8601 with offset, money in minor units. Errors are ' +
      'RFC 9457 problems whose `code` never changes.',
  })
  return document
}
