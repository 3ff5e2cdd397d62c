/** One SMS takes this many characters of the GSM alphabet; a single other one, and it takes 70 of any. */
export const SMS_LENGTH = { gsm: 160, any: 70 } as const

/** GSM 03.38, the basic table; what is in the extension counts twice. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const EXTENDED = new Set('^{}\\[~]|€')
/** What people set for looks, and its plain brother. */
const PLAIN: Record<string, string> = {
  ...{ '‘': "'", '’': "'", '‚': ',', '“': '"', '”': '"', '„': '"', '«': '"', '»': '"' },
  ...{ '–': '-', '—': '-', '‑': '-', '…': '...', '·': '-', '\u00a0': ' ', '\u202f': ' ', ł: 'l', Ł: 'L' },
}

/** How much of an SMS a text takes, in characters of the GSM alphabet; null where it has others. */
export function countGsm(text: string): number | null {
  let count = 0
  for (const char of text) {
    if (!BASIC.has(char) && !EXTENDED.has(char)) return null
    count += EXTENDED.has(char) ? 2 : 1
  }
  return count
}

/**
 * A text in the GSM alphabet as far as it goes: accents it does not know are dropped and typographic marks made plain.
 * What has no such likeness (another script) stays.
 */
export function toGsm(text: string): string {
  return [...text]
    .map((char) => {
      if (countGsm(char) !== null) return char
      const likeness = PLAIN[char] ?? char.normalize('NFD').replace(/\p{M}/gu, '')
      return countGsm(likeness) === null ? char : likeness
    })
    .join('')
}
