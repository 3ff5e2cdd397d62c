import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** What a stand-in keeps from one run to the next. Without a path it keeps nothing. */
export type Kept<T> = { value: T; save(): void }

/** Reads the value kept in a JSON file, or starts with another. `save` replaces the file in one step. */
export function keepJson<T>(path: string | undefined, initial: T): Kept<T> {
  const value = path && existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : initial
  const save = () => {
    if (!path) return
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(`${path}.new`, JSON.stringify(value))
    renameSync(`${path}.new`, path)
  }
  return { value, save }
}
