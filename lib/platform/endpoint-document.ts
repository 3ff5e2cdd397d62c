import { z } from 'zod'
import {
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi'
import { API_BASE, type Endpoint, errorCodesOf } from './endpoint'
import { PATH_PARAMS } from './endpoint-input'
import { ERRORS, type ErrorCode } from './errors'

export type ApiDocument = ReturnType<typeof createDocument>

const problemFields = {
  type: z.url().meta({ description: 'Where the code is explained.' }),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  requestId: z.string().meta({ description: 'Mention it when you ask us; also in `x-request-id`.' }),
}

/** The OpenAPI 3.1 document of endpoints. `origin` is where they are served. */
export function describeEndpoints(
  endpoints: readonly Endpoint[],
  { origin, ...info }: { origin: string; title: string; version: string; description: string },
): ApiDocument {
  const paths: NonNullable<ZodOpenApiObject['paths']> = {}
  for (const endpoint of endpoints) {
    paths[endpoint.path] = {
      ...paths[endpoint.path],
      [endpoint.method.toLowerCase()]: describeOperation(endpoint),
    }
  }
  const tags = [...new Set(endpoints.map((endpoint) => endpoint.tag))]
  return createDocument(
    {
      openapi: '3.1.0',
      info,
      servers: [{ url: `${origin}${API_BASE}` }],
      tags: tags.map((name) => ({ name })),
      paths,
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    },
    {
      // Answers may gain fields: who reads them must not mind.
      override: ({ jsonSchema, io }) => {
        if (io === 'output') delete jsonSchema.additionalProperties
        if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
        if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
        // The format says it; zod's pattern for a date is a paragraph.
        if (jsonSchema.format !== undefined) delete jsonSchema.pattern
      },
    },
  )
}

function describeOperation(endpoint: Endpoint): ZodOpenApiOperationObject {
  const { method, path, tag, summary, description, access, query, idempotent } = endpoint
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string)
  const params = Object.fromEntries(names.map((name) => [name, paramField(name)]))
  return {
    operationId: operationIdOf(method, path),
    tags: [tag],
    summary,
    description,
    security: access === 'public' ? [] : [{ bearer: [] }],
    requestParams: {
      ...(names.length > 0 ? { path: z.object(params) } : {}),
      ...(query ? { query } : {}),
      ...(idempotent ? { header: z.object({ 'Idempotency-Key': keyField }) } : {}),
    },
    ...describeBody(endpoint),
    responses: { ...describeAnswer(endpoint), ...describeErrors(errorCodesOf(endpoint)) },
  }
}

const keyField = z.string().min(1).max(200).optional().meta({
  description:
    'Made up by you, one for each thing you want done. A repeat within a day returns the first answer.',
})

function paramField(name: string) {
  const field = name === 'id' ? z.guid() : z.string()
  return field.meta({ description: PATH_PARAMS[name]?.description })
}

/** `GET /orders/{id}/tickets` is `getOrdersIdTickets`. */
function operationIdOf(method: string, path: string): string {
  const words = path.split(/[^a-z0-9]+/i).filter(Boolean)
  return method.toLowerCase() + words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join('')
}

function describeBody({ body }: Endpoint): Pick<ZodOpenApiOperationObject, 'requestBody'> {
  if (!body) return {}
  if (body.kind === 'json')
    return { requestBody: { required: true, content: { 'application/json': { schema: body.schema } } } }
  const content = Object.fromEntries(body.mediaTypes.map((type) => [type, { schema: {} }]))
  return { requestBody: { required: true, content } }
}

function describeAnswer({ answer, cache, body }: Endpoint): ZodOpenApiResponsesObject {
  const { status, description, schema, mediaTypes } = answer
  const media = mediaTypes?.map((type) => [type, { schema: { type: 'string', format: 'binary' } }] as const)
  const content = schema ? { 'application/json': { schema } } : media && Object.fromEntries(media)
  const good = { description, ...(content ? { content } : {}) }
  const unchanged =
    cache && !body ? { 304: { description: 'What you have is current (If-None-Match).' } } : {}
  return { [status]: good, ...unchanged }
}

/** One answer a status, naming the codes it may have. */
function describeErrors(codes: ErrorCode[]): ZodOpenApiResponsesObject {
  const byStatus = Map.groupBy(codes, (code) => ERRORS[code].status)
  const entries = [...byStatus].sort(([a], [b]) => a - b)
  return Object.fromEntries(
    entries.map(([status, some]) => [
      status,
      {
        description: some.map((code) => `\`${code}\`: ${ERRORS[code].title}.`).join(' '),
        content: { 'application/problem+json': { schema: problemField(some) } },
      },
    ]),
  )
}

function problemField(codes: ErrorCode[]) {
  const has = (...some: ErrorCode[]) => some.some((code) => codes.includes(code))
  const labels = z.array(z.string()).optional()
  const money = z.object({ amount: z.int(), currency: z.string() })
  return z.object({
    ...problemFields,
    code: z.enum(codes as [ErrorCode, ...ErrorCode[]]),
    ...(has('invalid')
      ? { errors: z.array(z.object({ path: z.string(), message: z.string() })).optional() }
      : {}),
    ...(has('seats_taken', 'seats_lost', 'unknown_seat') ? { seats: labels } : {}),
    ...(has('seats_taken') ? { alternatives: labels } : {}),
    ...(has('price_changed') ? { total: money.optional() } : {}),
    ...(has('mixed_currencies') ? { currencies: labels } : {}),
  })
}
