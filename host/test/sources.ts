import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folders = ['app', 'components', 'lib', 'prisma', 'host', 'e2e']
const maxLines = 300

/** What the linter cannot say. Returns what is wrong, one line each. */
export function checkSources(root: string): string[] {
  return folders
    .flatMap((folder) => listSources(root, folder))
    .flatMap((path) => {
      const text = readFileSync(join(root, path), 'utf8')
      return [
        ...readsEnvironment(path, text),
        ...speaksEnglish(path, text),
        ...isTooLong(path, text),
        ...isMisnamed(path),
      ]
    })
}

/** The app reads its settings in one place, which checks them. (host/ is what sets them.) */
function readsEnvironment(path: string, text: string): string[] {
  const isApp = /^(app|components|lib)\//.test(path) && path !== 'lib/platform/env.ts' && !isTest(path)
  return isApp && /\bprocess\.env\b/.test(text)
    ? [`${path}: reads process.env; lib/platform/env.ts does`]
    : []
}

/** What is read out or shown from an attribute; text between tags is Biome's (`noJsxLiterals`). */
const spoken =
  /\b(aria-label|aria-description|aria-roledescription|aria-valuetext|alt|placeholder|title|label)=(?:"|\{['"`])[^"'`$}]*\p{L}{2}/gu

/** Copy is in the messages, so that it is in every language. */
function speaksEnglish(path: string, text: string): string[] {
  if (!/^(app|components|lib)\/.*\.tsx$/.test(path) || isTest(path)) return []
  return [...text.matchAll(spoken)].map(([, name]) => `${path}: ${name} has words; lib/i18n/messages does`)
}

function isTooLong(path: string, text: string): string[] {
  const lines = text.split('\n').length
  return lines > maxLines && !isTest(path) ? [`${path}: ${lines} lines; split it by idea`] : []
}

function isMisnamed(path: string): string[] {
  const name = path.split('/').at(-1) as string
  if (/^(helpers?|utils?|misc|common)\.tsx?$/.test(name)) return [`${path}: name it by what it does`]
  return /^[a-z0-9.-]+$/.test(name) ? [] : [`${path}: file names are kebab-case`]
}

function isTest(path: string): boolean {
  return /\.(test|spec)\.tsx?$|\/testing\//.test(path)
}

function listSources(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('generated/'))
    .map((path) => `${folder}/${path}`)
}
