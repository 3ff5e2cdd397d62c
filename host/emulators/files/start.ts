import { serveFetch } from '../../fetch-server'
import { escapeHtml as escapeXml } from '../page'
import { decodeChunks } from './chunks'
import { deleteFile, findFile, listFiles, putFile, RefusedKey, readBytes } from './storage'

type Place = { dir: string; bucket: string; key: string }

/** A running stand-in for an S3-compatible store. */
export type FilesEmulator = { url: string; close(): Promise<void> }

const maxKeys = 1_000

/**
 * Starts the part of S3 that TicketBoss needs, path style (`/<bucket>/<key>`), over a folder: put, get (with ranges),
 * head, delete, list. Requests must name the access key; their signatures are not checked, since only this machine
 * can reach it.
 */
export async function startFilesEmulator(options: {
  port: number
  dir: string
  accessKeyId: string
}): Promise<FilesEmulator> {
  const { url, close } = await serveFetch(async (request) => {
    try {
      if (!isAllowed(request, options.accessKeyId)) return refuse(403, 'InvalidAccessKeyId')
      return await answer(request, options.dir)
    } catch (error) {
      if (error instanceof RefusedKey || error instanceof URIError) return refuse(400, 'InvalidArgument')
      throw error
    }
  }, options.port)
  return { url, close }
}

/** Signature version 4 names the key in its header, or in the query of a presigned address. */
function isAllowed(request: Request, accessKeyId: string): boolean {
  const header = request.headers.get('authorization') ?? ''
  const query = new URL(request.url).searchParams.get('X-Amz-Credential') ?? ''
  return header.includes(`Credential=${accessKeyId}/`) || query.startsWith(`${accessKeyId}/`)
}

function answer(request: Request, dir: string): Promise<Response> | Response {
  const url = new URL(request.url)
  const [bucket = '', ...rest] = url.pathname.slice(1).split('/').map(decodeURIComponent)
  const place = { dir, bucket, key: rest.join('/') }
  if (place.key === '') {
    if (request.method === 'GET') return list(place, url.searchParams)
    return new Response(null, { status: request.method === 'PUT' || request.method === 'HEAD' ? 200 : 405 })
  }
  if (request.method === 'PUT') return put(place, request)
  if (request.method === 'GET' || request.method === 'HEAD') return get(place, request)
  if (request.method === 'DELETE') {
    return deleteFile(dir, bucket, place.key).then(() => new Response(null, { status: 204 }))
  }
  return refuse(405, 'MethodNotAllowed')
}

async function put({ dir, bucket, key }: Place, request: Request): Promise<Response> {
  const raw = Buffer.from(await request.arrayBuffer())
  const isChunked = request.headers.get('x-amz-content-sha256')?.startsWith('STREAMING-')
  const bytes = isChunked ? decodeChunks(raw) : raw
  const type = request.headers.get('content-type') ?? 'application/octet-stream'
  const etag = await putFile(dir, bucket, key, bytes, type)
  return new Response(null, { headers: { etag: `"${etag}"` } })
}

async function get({ dir, bucket, key }: Place, request: Request): Promise<Response> {
  const file = await findFile(dir, bucket, key)
  if (!file) return refuse(404, 'NoSuchKey')
  const headers = {
    'content-type': file.contentType,
    'last-modified': file.modifiedAt.toUTCString(),
    etag: `"${file.etag}"`,
    'accept-ranges': 'bytes',
  }
  if (request.headers.get('if-none-match') === headers.etag)
    return new Response(null, { status: 304, headers })
  if (request.method === 'HEAD')
    return new Response(null, { headers: { ...headers, 'content-length': `${file.size}` } })
  const bytes = await readBytes(dir, bucket, key)
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get('range') ?? '')
  if (!range)
    return new Response(new Uint8Array(bytes), { headers: { ...headers, 'content-length': `${file.size}` } })
  const from = Number(range[1])
  const to = Math.min(range[2] ? Number(range[2]) : file.size - 1, file.size - 1)
  if (from > to) return refuse(416, 'InvalidRange')
  const part = {
    ...headers,
    'content-range': `bytes ${from}-${to}/${file.size}`,
    'content-length': `${to - from + 1}`,
  }
  return new Response(new Uint8Array(bytes.subarray(from, to + 1)), { status: 206, headers: part })
}

async function list({ dir, bucket }: Place, params: URLSearchParams): Promise<Response> {
  const prefix = params.get('prefix') ?? ''
  const after = params.get('continuation-token') ?? params.get('start-after') ?? ''
  const limit = Math.min(Number(params.get('max-keys') ?? maxKeys), maxKeys)
  const all = (await listFiles(dir, bucket, prefix)).filter(({ key }) => key > after)
  const page = all.slice(0, limit)
  const next = all.length > page.length ? page.at(-1)?.key : undefined
  const contents = page.map(
    ({ key, size, etag, modifiedAt }) =>
      `<Contents><Key>${escapeXml(key)}</Key><LastModified>${modifiedAt.toISOString()}</LastModified>` +
      `<ETag>&quot;${etag}&quot;</ETag><Size>${size}</Size><StorageClass>STANDARD</StorageClass></Contents>`,
  )
  return xml(
    `<ListBucketResult><Name>${escapeXml(bucket)}</Name><Prefix>${escapeXml(prefix)}</Prefix>` +
      `<KeyCount>${page.length}</KeyCount><MaxKeys>${limit}</MaxKeys><IsTruncated>${next !== undefined}</IsTruncated>` +
      `${next ? `<NextContinuationToken>${escapeXml(next)}</NextContinuationToken>` : ''}${contents.join('')}</ListBucketResult>`,
  )
}

function refuse(status: number, code: string): Response {
  return xml(`<Error><Code>${code}</Code><Message>${code}</Message></Error>`, status)
}

function xml(text: string, status = 200): Response {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n${text}`
  return new Response(body, { status, headers: { 'content-type': 'application/xml' } })
}
