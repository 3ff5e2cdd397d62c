import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FilesEmulator, startFilesEmulator } from './start'

const Bucket = 'ticketboss'
let dir: string
let files: FilesEmulator
let s3: S3Client

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'files-'))
  files = await startFilesEmulator({ port: 0, dir: join(dir, 'files'), accessKeyId: 'local' })
  s3 = connect('local')
})
afterEach(async () => {
  s3.destroy()
  await files.close()
})

function connect(accessKeyId: string) {
  const credentials = { accessKeyId, secretAccessKey: 'secret' }
  return new S3Client({ endpoint: files.url, region: 'local', forcePathStyle: true, credentials })
}

const put = (Key: string, Body: string | Readable, more = {}) =>
  s3.send(new PutObjectCommand({ Bucket, Key, Body, ...more }))

test('what is put is got back, with its type', async () => {
  await put('tickets/a b ü.pdf', '%PDF-1.7', { ContentType: 'application/pdf' })
  const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'tickets/a b ü.pdf' }))
  expect(await got.Body?.transformToString()).toBe('%PDF-1.7')
  expect(got.ContentType).toBe('application/pdf')
})

test('a stream, which the SDK sends in chunks, arrives whole', async () => {
  const text = 'x'.repeat(200_000)
  await put('big', Readable.from([text.slice(0, 70_000), text.slice(70_000)]), { ContentLength: text.length })
  const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'big' }))
  expect(await got.Body?.transformToString()).toBe(text)
})

test('a range gives its part', async () => {
  await put('digits', '0123456789')
  const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'digits', Range: 'bytes=2-4' }))
  expect(await got.Body?.transformToString()).toBe('234')
})

test('head tells the size, and what was deleted is gone', async () => {
  await put('a', 'four')
  expect((await s3.send(new HeadObjectCommand({ Bucket, Key: 'a' }))).ContentLength).toBe(4)
  await s3.send(new DeleteObjectCommand({ Bucket, Key: 'a' }))
  await expect(s3.send(new GetObjectCommand({ Bucket, Key: 'a' }))).rejects.toMatchObject({
    name: 'NoSuchKey',
  })
})

test('lists are by prefix and in pages', async () => {
  for (const Key of ['t/1', 't/2', 't/3', 'other']) await put(Key, 'x')
  const first = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 't/', MaxKeys: 2 }))
  expect(first.Contents?.map(({ Key }) => Key)).toEqual(['t/1', 't/2'])
  const ContinuationToken = first.NextContinuationToken
  const second = await s3.send(
    new ListObjectsV2Command({ Bucket, Prefix: 't/', MaxKeys: 2, ContinuationToken }),
  )
  expect(second.Contents?.map(({ Key }) => Key)).toEqual(['t/3'])
})

test('no key leads out of its bucket', async () => {
  for (const path of ['ticketboss/..%2f..%2fout', 'ticketboss/%2e%2e%2f%2e%2e%2fout', '..%2f/out']) {
    const headers = { authorization: 'AWS4-HMAC-SHA256 Credential=local/x' }
    const { status } = await fetch(`${files.url}/${path}`, { method: 'PUT', body: 'x', headers })
    expect(status).toBe(400)
  }
  expect(existsSync(join(dir, 'out'))).toBe(false)
})

test('another access key is refused', async () => {
  const stranger = connect('stranger')
  await expect(stranger.send(new GetObjectCommand({ Bucket, Key: 'a' }))).rejects.toMatchObject({
    name: 'InvalidAccessKeyId',
  })
})
