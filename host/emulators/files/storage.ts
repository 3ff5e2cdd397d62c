import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'

export type StoredFile = { key: string; size: number; etag: string; contentType: string; modifiedAt: Date }

const metaEnding = '.meta.json'

/** A key that would leave its bucket, or that would be taken for a file's description. */
export class RefusedKey extends Error {}

/** Where a key's bytes live; throws RefusedKey for one that leads out of its bucket. */
function locate(dir: string, bucket: string, key: string): string {
  const base = resolve(dir, bucket)
  const path = resolve(base, key)
  const parts = key.split('/')
  const isPlain = /^[a-z0-9.-]{3,63}$/.test(bucket) && !bucket.includes('..')
  if (
    !isPlain ||
    !path.startsWith(base + sep) ||
    parts.includes('..') ||
    parts.includes('.') ||
    key.includes('\0')
  ) {
    throw new RefusedKey(key)
  }
  if (key.endsWith(metaEnding)) throw new RefusedKey(key)
  return path
}

/** Writes a file and its description; readers see the old one or the new one, nothing between. */
export async function putFile(dir: string, bucket: string, key: string, bytes: Buffer, contentType: string) {
  const path = locate(dir, bucket, key)
  const etag = createHash('md5').update(bytes).digest('hex')
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.new`, bytes)
  await writeFile(path + metaEnding, JSON.stringify({ etag, contentType }))
  await rename(`${path}.new`, path)
  return etag
}

/** The file's description, or null where there is none. */
export async function findFile(dir: string, bucket: string, key: string): Promise<StoredFile | null> {
  const path = locate(dir, bucket, key)
  if (!existsSync(path + metaEnding) || !existsSync(path)) return null
  const { etag, contentType } = JSON.parse(await readFile(path + metaEnding, 'utf8'))
  const { size, mtime } = await stat(path)
  return { key, size, etag, contentType, modifiedAt: mtime }
}

/** The bytes of an object; rejects where there is none. */
export function readBytes(dir: string, bucket: string, key: string): Promise<Buffer> {
  return readFile(locate(dir, bucket, key))
}

/** Removing what is not there is no error, as in S3. */
export async function deleteFile(dir: string, bucket: string, key: string) {
  const path = locate(dir, bucket, key)
  await rm(path, { force: true })
  await rm(path + metaEnding, { force: true })
}

/** The files of a bucket whose keys begin with `prefix`, by key. */
export async function listFiles(dir: string, bucket: string, prefix: string): Promise<StoredFile[]> {
  const base = join(dir, bucket)
  if (!existsSync(base)) return []
  const names = await readdir(base, { recursive: true })
  const keys = names
    .filter((name) => name.endsWith(metaEnding))
    .map((name) => name.slice(0, -metaEnding.length).split(sep).join('/'))
    .filter((key) => key.startsWith(prefix))
    .sort()
  const files = await Promise.all(keys.map((key) => findFile(dir, bucket, key)))
  return files.filter((file) => file !== null)
}
