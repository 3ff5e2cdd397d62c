import { servePublic } from '@/lib/coordinator/doors/serve-door'
import { ok } from '@/lib/platform/result'
import { openApiDocument } from '../_document/document'
import { openApiEndpoint } from './endpoint'

export const GET = servePublic(openApiEndpoint, async () =>
  ok({ ...openApiDocument(), openapi: '3.1.0' as const }),
)
