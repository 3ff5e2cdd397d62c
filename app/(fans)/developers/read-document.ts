import { z } from 'zod'
import type { ApiDocument } from '@/lib/platform/endpoint-document'

/** JSON Schema, as far as the document uses it. */
export type Schema = {
  $ref?: string
  type?: string | string[]
  format?: string
  description?: string
  enum?: unknown[]
  const?: unknown
  default?: unknown
  example?: unknown
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  prefixItems?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
}

export type Param = { name: string; in: string; required: boolean; schema: Schema; description?: string }
export type Answer = { status: string; description: string; mediaTypes: string[]; schema: Schema | null }
export type RefusalGroup = { status: string; codes: string[] }

export type Operation = {
  id: string
  method: string
  path: string
  summary: string
  description: string | null
  needsToken: boolean
  params: Param[]
  body: { mediaTypes: string[]; schema: Schema | null } | null
  answers: Answer[]
  refusals: RefusalGroup[]
}

export type Chapter = { id: string; name: string; operations: Operation[] }

const contentShape = z.record(z.string(), z.object({ schema: z.unknown().optional() }))
const operationShape = z.object({
  operationId: z.string(),
  tags: z.tuple([z.string()]),
  summary: z.string(),
  description: z.string().optional(),
  security: z.array(z.unknown()),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.string(),
        required: z.boolean().default(false),
        description: z.string().optional(),
        schema: z.unknown(),
      }),
    )
    .default([]),
  requestBody: z.object({ content: contentShape }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string(), content: contentShape.default({}) })),
})

const METHODS = ['get', 'post', 'patch', 'delete'] as const

/** The document as one reads it: a chapter a tag, in the document's order. */
export function readChapters(document: ApiDocument): Chapter[] {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item?.[method]
      return operation ? [readOperation(method, path, operation)] : []
    }),
  )
  const byTag = Map.groupBy(operations, ({ tag }) => tag)
  return (document.tags ?? []).map(({ name }) => ({
    id: name.toLowerCase().replaceAll(/[^a-z]+/g, '-'),
    name,
    operations: (byTag.get(name) ?? []).map(({ tag: _, ...operation }) => operation),
  }))
}

/** The named shapes that operations refer to. */
export function readShapes(document: ApiDocument): { name: string; schema: Schema }[] {
  const shapes = Object.entries(document.components?.schemas ?? {})
  return shapes.map(([name, schema]) => ({ name, schema: schema as Schema }))
}

function readOperation(method: string, path: string, given: unknown): Operation & { tag: string } {
  const { operationId, tags, summary, description, security, parameters, requestBody, responses } =
    operationShape.parse(given)
  const all = Object.entries(responses).map(([status, { description, content }]) => {
    const mediaTypes = Object.keys(content)
    return { status, description, mediaTypes, schema: schemaOf(content) }
  })
  return {
    ...{ id: operationId, tag: tags[0], method: method.toUpperCase(), path, summary },
    description: description ?? null,
    needsToken: security.length > 0,
    params: parameters.map((param) => ({ ...param, schema: param.schema as Schema })),
    body: requestBody
      ? { mediaTypes: Object.keys(requestBody.content), schema: schemaOf(requestBody.content) }
      : null,
    answers: all.filter(({ status }) => Number(status) < 400),
    refusals: all
      .filter(({ status }) => Number(status) >= 400)
      .map(({ status, schema }) => ({ status, codes: (schema?.properties?.code?.enum ?? []).map(String) })),
  }
}

/** Of JSON only: a document's bytes have no shape. */
function schemaOf(content: z.output<typeof contentShape>): Schema | null {
  const [type, first] = Object.entries(content)[0] ?? []
  const schema = first?.schema as Schema | undefined
  return type?.includes('json') && schema && Object.keys(schema).length > 0 ? schema : null
}

/** The name of a referred shape. */
function shapeNameOf(schema: Schema): string | null {
  return schema.$ref?.split('/').at(-1) ?? null
}

/** What a schema takes, in words: `string (date-time)`, `list of HeldSeat`, `"email" or "post"`, `… or null`. */
export function writeType(schema: Schema): string {
  const name = shapeNameOf(schema)
  if (name) return name
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return [...new Set(choices.map(writeType))].join(' or ')
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' or ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.type === 'array') return `list of ${writeItems(schema)}`
  const type = [schema.type ?? 'anything'].flat().join(' or ')
  return schema.format ? `${type} (${schema.format})` : type
}

function writeItems({ items, prefixItems }: Schema): string {
  if (prefixItems) return `${prefixItems.length} ${writeType(prefixItems[0] ?? {})}s`
  return items ? writeType(items) : 'anything'
}

/** The schema whose fields are worth listing under this one: itself, or what its list or its choice holds. */
export function withFields(schema: Schema): Schema[] {
  if (schema.properties) return [schema]
  if (schema.items) return withFields(schema.items)
  return (schema.anyOf ?? schema.oneOf ?? []).flatMap(withFields)
}

/** The shapes a schema names itself, not those of its fields. */
export function refsOf(schema: Schema): string[] {
  const name = shapeNameOf(schema)
  if (name) return [name]
  return [...(schema.anyOf ?? schema.oneOf ?? []), ...(schema.items ? [schema.items] : [])].flatMap(refsOf)
}
