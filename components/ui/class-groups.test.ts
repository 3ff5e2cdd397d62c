import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { twMerge } from 'tailwind-merge'
import { expect, it } from 'vitest'
import { cn } from './cn'

const root = join(import.meta.dirname, '../..')

/** Every word of a string in a component that all of tailwind-merge takes for a class, without its variants. */
function findClasses(): string[] {
  const sources = ['app', 'components'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|class-groups/.test(path))
      .map((path) => readFileSync(join(root, folder, path), 'utf8')),
  )
  const texts = sources.flatMap((source) =>
    [...source.matchAll(/(["'`])((?:(?!\1).)*)\1/g)].map(([, , text]) => text),
  )
  const words = texts
    .flatMap((text) => (text ?? '').split(/\s+/))
    .filter((word) => /^-?[a-z][^'"{}$;]*$/.test(word))
  const bare = words.map((word) => word.split(/:(?![^[(]*[\])])/).at(-1) as string)
  const isClass = (word: string) => twMerge(`${word} ${word}`) === word
  return [...new Set(bare)].filter((word) => isClass(word) && !word.includes('\\'))
}

it('merges any two classes the house uses as all of tailwind-merge would', () => {
  const classes = findClasses()
  expect(classes.length).toBeGreaterThan(300)
  const wrong: string[] = []
  for (const one of classes) {
    for (const other of classes) {
      const [ours, theirs] = [cn(one, other), twMerge(`${one} ${other}`)]
      if (ours !== theirs) wrong.push(`${one} ${other}: ${ours}, not ${theirs}`)
    }
  }
  expect(wrong.slice(0, 40), 'teach components/ui/class-groups.ts the new class').toEqual([])
})
