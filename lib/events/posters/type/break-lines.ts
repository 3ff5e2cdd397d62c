const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/u

/** The pieces a line may be broken between; joined, they are the text again. */
export function splitPieces(text: string): string[] {
  if (CJK.test(text)) {
    const words = new Intl.Segmenter('ja', { granularity: 'word' }).segment(text)
    return Array.from(words, ({ segment }) => segment)
  }
  return text.split(/(?<=[\s/–—])|(?<=\p{L}-)(?=\p{L})/u).filter(Boolean)
}

/** Marks where a word may be divided; shown, as a hyphen, only at the end of a line. */
const SOFT = '\u00ad'

/** Long words cut into parts: the last resort of a title that would be too small. */
export function hyphenate(pieces: readonly string[], longest: number): string[] {
  return pieces.flatMap((piece) => {
    const letters = [...piece]
    const parts = Math.ceil(letters.length / longest)
    if (parts < 2) return [piece]
    const size = Math.ceil(letters.length / parts)
    return Array.from({ length: parts }, (_, index) => {
      const part = letters.slice(index * size, (index + 1) * size).join('')
      return index < parts - 1 ? part + SOFT : part
    })
  })
}

/**
 * The best way to break the pieces into 1, 2, 3 … `most` lines: the one whose widest line is narrowest.
 * Ends early where there are fewer pieces than lines.
 */
export function breakLines(
  pieces: readonly string[],
  most: number,
  widthOf: (line: string) => number,
): string[][] {
  const lineOf = (from: number, to: number) =>
    pieces
      .slice(from, to)
      .join('')
      .replace(/\u00ad$/, '-')
      .replaceAll(SOFT, '')
      .trim()
  const widths = pieces.map((_, from) =>
    pieces.map((_, to) => (to < from ? 0 : widthOf(lineOf(from, to + 1)))),
  )
  // ways[end]: the first `end` pieces in the current number of lines, and where each of the lines begins.
  let ways = [0, ...pieces].map((_, end) => ({ width: end ? widths[0]![end - 1]! : 0, starts: [0] }))
  const found: string[][] = []
  for (let lines = 1; lines <= Math.min(most, pieces.length); lines++) {
    const { starts } = ways[pieces.length]!
    found.push(starts.map((start, index) => lineOf(start, starts[index + 1] ?? pieces.length)))
    ways = ways.map((_, end) => {
      let best = { width: Number.POSITIVE_INFINITY, starts: [0] }
      for (let start = lines; start < end; start++) {
        const width = Math.max(ways[start]!.width, widths[start]![end - 1]!)
        if (width < best.width) best = { width, starts: [...ways[start]!.starts, start] }
      }
      return best
    })
  }
  return found
}
