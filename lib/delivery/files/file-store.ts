import { env } from '@/lib/platform/env'
import { type FileStore, openFileStore } from './s3'

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
