import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { env } from '@/lib/platform/env'

/** The only file that knows the S3 SDK: rendered documents, kept under keys such as `tickets/<id>/1.pdf`. */

export type StoredFile = { bytes: Buffer; contentType: string }

export type FileStore = {
  /** Writes or replaces a file. Throws when the store cannot be reached: the caller's job tries again. */
  putFile: (key: string, file: StoredFile) => Promise<void>
  /** The file, or null when there is none. Throws when the store cannot be reached. */
  getFile: (key: string) => Promise<StoredFile | null>
}

export type FileStoreConfig = {
  bucket: string
  region: string
  /** Unset: AWS itself. */
  endpoint?: string
  /** Unset: what the machine's own role allows. */
  accessKeyId?: string
  secretAccessKey?: string
}

const KEY = /^[A-Za-z0-9_-]+(?:\/[A-Za-z0-9_-]+)*(?:\.[A-Za-z0-9]+)?$/

/**
 * A store over any S3-compatible service. Keys are letters, digits, `-`, `_`, slashes and one ending; others
 * throw a RangeError.
 */
export function openFileStore(config: FileStoreConfig): FileStore {
  const client = new S3Client({
    region: config.region,
    maxAttempts: 3,
    // Newer checksums are AWS's own; other services refuse them.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(config.endpoint ? { endpoint: config.endpoint, forcePathStyle: true } : {}),
    ...(config.accessKeyId && config.secretAccessKey
      ? { credentials: { accessKeyId: config.accessKeyId, secretAccessKey: config.secretAccessKey } }
      : {}),
  })
  const place = (key: string) => ({ Bucket: config.bucket, Key: checkKey(key) })
  return {
    putFile: async (key, { bytes, contentType }) => {
      await client.send(new PutObjectCommand({ ...place(key), Body: bytes, ContentType: contentType }))
    },
    getFile: async (key) => {
      try {
        const answer = await client.send(new GetObjectCommand(place(key)))
        const bytes = Buffer.from((await answer.Body?.transformToByteArray()) ?? [])
        return { bytes, contentType: answer.ContentType ?? 'application/octet-stream' }
      } catch (error) {
        if (error instanceof NoSuchKey) return null
        throw error
      }
    },
  }
}

let store: FileStore | undefined

/** The configured store of documents, opened once a process. */
export function fileStore(): FileStore {
  store ??= openFileStore({
    bucket: env.S3_BUCKET,
    region: env.S3_REGION,
    endpoint: env.S3_ENDPOINT,
    accessKeyId: env.S3_ACCESS_KEY_ID,
    secretAccessKey: env.S3_SECRET_ACCESS_KEY,
  })
  return store
}

function checkKey(key: string): string {
  if (!KEY.test(key) || key.length > 512) throw new RangeError(`unfit as a file key: ${key}`)
  return key
}
