/** Letters of these look alike across scripts (Latin a, Cyrillic а), so one word may not mix them. */
const LOOKALIKE_SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
]

/** Control, invisible, private and unassigned characters, but the joiners that Persian, Hindi and emoji need. */
const UNPRINTABLE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/u

/** One spelling of a name: NFC, single spaces. */
export function normalizeName(name: string): string {
  return name.normalize('NFC').replace(/ +/g, ' ').trim()
}

/** True for text without control and invisible characters, NUL among them. */
export function isPrintable(text: string): boolean {
  return !UNPRINTABLE.test(text)
}

/** True where a word has letters of several scripts that look alike: a name that reads as another's. */
export function mixesLookalikes(text: string, between: RegExp = /[\s'’-]+/u): boolean {
  return text
    .split(between)
    .some((word) => LOOKALIKE_SCRIPTS.filter((script) => script.test(word)).length > 1)
}
