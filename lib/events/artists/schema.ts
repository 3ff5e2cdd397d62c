import { z } from 'zod'
import { isPrintable, mixesLookalikes, normalizeName } from '@/lib/platform/names'
import { foldText } from '../finding/rules'

const LOOKALIKE = '\\s\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Armenian}'

/**
 * What is not seen but would make another artist of a name: everything Unicode lets a reader ignore, but joiners where
 * Persian, Hindi and emoji need them, and the mark that colours an emoji.
 */
const HIDDEN = new RegExp(
  [
    '(?![\\u200c\\u200d\\ufe0f])\\p{Default_Ignorable_Code_Point}',
    `(?<![^${LOOKALIKE}])[\\u200c\\u200d]`,
    `[\\u200c\\u200d](?![^${LOOKALIKE}])`,
    '(?<!\\p{Extended_Pictographic})\\ufe0f',
  ].join('|'),
  'u',
)

/** One name on a bill: one line, single spaces, NFC, with something to see in it, and no disguise of another name. */
const artistName = z
  .string()
  .overwrite((name) => normalizeName(name.replace(/\p{Zs}/gu, ' ')))
  .min(1)
  .max(100)
  .refine((name) => isPrintable(name) && !HIDDEN.test(name), 'has a character that cannot be shown')
  .refine((name) => !mixesLookalikes(name, /[^\p{L}\p{M}]+/u), 'mixes letters that look alike')
  .refine((name) => foldText(name).trim() !== '', 'has nothing in it that could be searched')

/** Who plays, the first named first: 1 to 20 names, each once. */
export const artistNames = z
  .array(artistName)
  .min(1)
  .max(20)
  .refine((names) => new Set(names.map(foldText)).size === names.length, 'names an artist twice')
