import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const ignored = /(\.test\.tsx?|\.md)$|(^|\/)(node_modules|generated)(\/|$)/

/** A fingerprint of the files below these paths (relative to `root`), names and contents. Tests do not count. */
export function hashSources(root: string, paths: string[]): string {
  const hash = createHash('sha256')
  for (const path of paths.flatMap((each) => listFiles(root, each)).sort()) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

function listFiles(root: string, path: string): string[] {
  const absolute = join(root, path)
  if (ignored.test(path) || !existsSync(absolute)) return []
  if (!statSync(absolute).isDirectory()) return [path]
  return readdirSync(absolute).flatMap((name) => listFiles(root, `${path}/${name}`))
}
