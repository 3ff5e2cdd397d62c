import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'

type Messages = { [key: string]: string | Messages }
type Use = { file: string; key: string }

const folders = ['app', 'components', 'lib']

/**
 * Checks the copy against the code: every key that code asks for is there, every key there is asked for, and every
 * locale says what English says, with the same placeholders. Returns what is wrong, one line each.
 */
export function checkMessages(root: string): string[] {
  const dir = join(root, 'lib/i18n/messages')
  const locales = Object.fromEntries(
    readdirSync(dir).map((file) => [
      file,
      flatten(JSON.parse(readFileSync(join(dir, file), 'utf8')) as Messages),
    ]),
  )
  const english = locales['en.json'] ?? new Map()
  const sources = folders.flatMap((folder) => listSources(root, folder))
  const uses = sources.flatMap((file) => findUses(file, readFileSync(join(root, file), 'utf8')))
  return [
    ...findMissing(uses, english),
    ...findUnused(uses, english),
    ...Object.entries(locales).flatMap(([name, messages]) => compareLocale(name, messages, english)),
  ]
}

function findMissing(uses: Use[], english: Map<string, string>): string[] {
  const isThere = (key: string) =>
    key.endsWith('*')
      ? [...english.keys()].some((each) => fits(each, key))
      : english.has(key) || isGroup(key, english)
  return uses.filter(({ key }) => !isThere(key)).map(({ file, key }) => `${file}: no message "${key}"`)
}

function findUnused(uses: Use[], english: Map<string, string>): string[] {
  return [...english.keys()]
    .filter((key) => !uses.some((use) => use.key === key || fits(key, use.key)))
    .map((key) => `en.json: nobody says "${key}"`)
}

/** `ns.*` stands for a key put together at run time, `ns` for a whole group that is handed on. */
function fits(key: string, pattern: string): boolean {
  return key.startsWith(pattern.endsWith('*') ? pattern.slice(0, -1) : `${pattern}.`)
}

function isGroup(key: string, english: Map<string, string>): boolean {
  return [...english.keys()].some((each) => each.startsWith(`${key}.`))
}

function compareLocale(name: string, messages: Map<string, string>, english: Map<string, string>): string[] {
  const keys = new Set([...english.keys(), ...messages.keys()])
  return [...keys].flatMap((key) => {
    const [here, there] = [messages.get(key), english.get(key)]
    if (here === undefined) return [`${name}: "${key}" is missing`]
    if (there === undefined) return [`${name}: "${key}" is not in en.json`]
    const [own, asked] = [placeholders(here), placeholders(there)]
    if (own === null) return [`${name}: "${key}" cannot be read`]
    return own === asked ? [] : [`${name}: "${key}" has other placeholders`]
  })
}

/** What a message asks for, by its syntax tree: `{Seat}` within a plural is a word, not a placeholder. Null for none at all. */
function placeholders(text: string): string | null {
  try {
    return [...new Set(listArguments(parse(text)))].sort().join(' ')
  } catch {
    return null
  }
}

function listArguments(parts: MessageFormatElement[]): string[] {
  return parts.flatMap((part): string[] => {
    if (part.type === TYPE.literal || part.type === TYPE.pound) return []
    if (part.type === TYPE.tag) return [`<${part.value}>`, ...listArguments(part.children)]
    if (part.type !== TYPE.plural && part.type !== TYPE.select) return [part.value]
    return [part.value, ...Object.values(part.options).flatMap(({ value }) => listArguments(value))]
  })
}

function flatten(messages: Messages, prefix = ''): Map<string, string> {
  const entries = Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : [...flatten(value, `${prefix}${key}.`)],
  )
  return new Map(entries)
}

const translator =
  /(?:const|let)\s+(\w+)\s*=\s*(?:await\s+)?(?:useTranslations|getTranslations)\(\s*(?:'([^']*)')?\s*\)/g
const namespaced = /createTranslator\([^)]*namespace:\s*'([^']*)'/g
const inline = /\(await getTranslations\('([^']*)'\)\)\(\s*'([^']+)'/g
const call = /\b(\w+)(?:\.(?:rich|raw|markup|has))?\(\s*(?:'([^']+)'|`([^`$]*)\$\{)/g

/** The keys a file asks for: `t('key')`, and `t(\`group.${x}\`)` as `group.*`. */
function findUses(file: string, text: string): Use[] {
  const made = [...text.matchAll(translator)].map(({ index, 1: name, 2: space }) => ({ index, name, space }))
  const calls = [...text.matchAll(call)].flatMap(({ index, 1: name, 2: key, 3: prefix }): Use[] => {
    const nearest = made.findLast((each) => each.name === name && each.index < index)
    if (!nearest) return []
    const space = nearest.space ? `${nearest.space}.` : ''
    return [{ file, key: key === undefined ? `${space}${prefix}*` : space + key }]
  })
  const saidAtOnce = [...text.matchAll(inline)].map(([, space, key]) => ({ file, key: `${space}.${key}` }))
  // Where a translator or a key is handed on, its calls are out of sight: the whole group counts as asked for.
  const handedOn = made.filter(({ name }) => isHandedOn(text, name as string))
  const groups = [
    ...handedOn.map(({ space }) => space ?? ''),
    ...[...text.matchAll(namespaced)].map(([, space]) => space),
  ]
  return [...calls, ...saidAtOnce, ...groups.map((space) => ({ file, key: `${space}${space ? '.' : ''}*` }))]
}

function isHandedOn(text: string, name: string): boolean {
  return new RegExp(
    `[(,{=]\\s*${name}\\s*[,})]|\\b${name}(\\.rich)?\\(\\s*[^'\`)\\s]|\\b${name}\\(\\s*\`\\$`,
  ).test(text)
}

function listSources(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map((path) => `${folder}/${path}`)
}
