/** A decoded form: bracketed names nest, all-number keys and empty brackets make lists. Every leaf is a string. */
export type Tree = string | Tree[] | { [key: string]: Tree }
export type TreeObject = { [key: string]: Tree }

const MAX_DEPTH = 8

/** Decodes `a[b][0]=x` as Stripe does. Null-prototype objects, so that `__proto__` is a key like any other. */
export function parseForm(encoded: string): TreeObject {
  const root = emptyObject()
  for (const [name, value] of new URLSearchParams(encoded)) {
    const keys = splitName(name)
    if (keys.length > 0 && keys.length <= MAX_DEPTH) place(root, keys, value)
  }
  return toLists(root) as TreeObject
}

function emptyObject(): TreeObject {
  return Object.create(null) as TreeObject
}

function splitName(name: string): string[] {
  const head = name.split('[', 1)[0] ?? ''
  const nested = [...name.slice(head.length).matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? '')
  return [head, ...nested]
}

function place(root: TreeObject, keys: string[], value: string): void {
  let here = root
  for (const [depth, rawKey] of keys.entries()) {
    const key = rawKey === '' ? String(Object.keys(here).length) : rawKey
    if (depth === keys.length - 1) {
      here[key] = value
      return
    }
    const next = here[key]
    if (typeof next !== 'object') here[key] = emptyObject()
    here = here[key] as TreeObject
  }
}

function toLists(node: Tree): Tree {
  if (typeof node === 'string' || Array.isArray(node)) return node
  const keys = Object.keys(node)
  const isList = keys.length > 0 && keys.every((key) => /^\d+$/.test(key))
  if (isList) return keys.sort((a, b) => Number(a) - Number(b)).map((key) => toLists(node[key] as Tree))
  for (const key of keys) node[key] = toLists(node[key] as Tree)
  return node
}
