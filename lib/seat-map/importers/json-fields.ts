import { IssueList } from '../issues'

export type Fields = Record<string, unknown>

/** Reads untrusted JSON field by field; what is not as it should be becomes an issue with its path, and a null. */
export class JsonFields extends IssueList {
  object(value: unknown, path: string): Fields | null {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields
    return this.add(path, value === undefined ? 'is missing' : 'is not an object')
  }

  list(value: unknown, path: string): unknown[] | null {
    if (Array.isArray(value)) return value
    return this.add(path, value === undefined ? 'is missing' : 'is not a list')
  }

  /** Text without control characters, trimmed; empty only where `emptyOk`. */
  text(value: unknown, path: string, maxLength: number, emptyOk = false): string | null {
    if (typeof value !== 'string') return this.add(path, value === undefined ? 'is missing' : 'is not text')
    const text = value.trim()
    if (text === '' && !emptyOk) return this.add(path, 'is empty')
    if (text.length > maxLength) return this.add(path, `is longer than ${maxLength} characters`)
    if (/\p{Cc}/u.test(text)) return this.add(path, 'has control characters in it')
    return text
  }

  /** A finite number of no more than `max` either side of 0. */
  number(value: unknown, path: string, max: number): number | null {
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      return this.add(path, value === undefined ? 'is missing' : 'is not a number')
    }
    return Math.abs(value) > max ? this.add(path, `is beyond ${max}`) : value
  }
}
