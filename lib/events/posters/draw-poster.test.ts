import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { COMPOSITIONS, compositionsFor } from './compositions'
import { drawPoster, type PosterInput } from './draw-poster'

const event: PosterInput = {
  seed: 'salt',
  title: 'The Cartographer’s Daughter',
  subtitle: 'A play in two acts',
  category: 'theatre',
  dateLine: 'Fri 12 Dec, 19:30',
  venueLine: 'Halcyon Theatre, Vienna',
}

/** librsvg reads XML strictly: a poster that is not well-formed is refused. */
const print = (svg: string) => sharp(Buffer.from(svg)).resize(150).raw().toBuffer({ resolveWithObject: true })

const everyMood = [...Object.keys(COMPOSITIONS), 'a category of their own']
const sample = everyMood.flatMap((category) =>
  Array.from({ length: 12 }, (_, index) => ({ ...event, category, seed: `${category}-${index}` })),
)

describe('drawPoster', () => {
  it('draws the same poster from the same seed', () => {
    for (const input of sample) expect(drawPoster(input)).toBe(drawPoster({ ...input }))
  })

  it('draws another poster from another seed', () => {
    const pictures = sample.map((input) => drawPoster(input).replace(/p\w+-/g, ''))
    expect(new Set(pictures).size).toBe(sample.length)
  })

  it('keeps every poster below 30 kB, and the usual one below 20 kB', () => {
    const sizes = sample.map((input) => Buffer.byteLength(drawPoster(input))).sort((a, b) => a - b)
    expect(sizes.at(-1)).toBeLessThan(30_000)
    expect(sizes[sizes.length >> 1]).toBeLessThan(20_000)
  })

  // It paints every composition, which takes seconds.
  it('is well-formed, 3 by 4, and covers the whole sheet in every composition', {
    timeout: 30_000,
  }, async () => {
    for (const input of sample) {
      const { data, info } = await print(drawPoster(input))
      expect([info.width, info.height]).toEqual([150, 200])
      const alphas = data.filter((_, index) => index % info.channels === 3)
      if (info.channels === 4) expect(Math.min(...alphas)).toBe(255)
    }
  })

  it('never carries markup from a title', async () => {
    const hostile = '<script>alert("1")</script> & \'</svg>\u0000\ud800'
    for (const category of everyMood) {
      const svg = drawPoster({
        ...event,
        category,
        title: hostile,
        subtitle: hostile,
        venueLine: `${hostile}漢`,
      })
      expect(svg).not.toMatch(/<script|<\/svg>.|[^\w]alert\("/)
      await print(svg)
    }
  })

  it('sets any text in any seed without failing', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 240 })
    const property = fc.asyncProperty(
      text,
      text,
      fc.constantFrom(...everyMood),
      async (title, seed, category) => {
        await print(drawPoster({ ...event, title, subtitle: title, seed, category }))
      },
    )
    await fc.assert(property, { numRuns: 60 })
  })

  it('sets a title our face lacks in the reader’s own, and whole', () => {
    const svg = drawPoster({ ...event, seed: 'tokyo-3', category: 'classical', title: '冬の光 第二部' })
    const set = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map((match) => match[1])
    expect(set.join('').replace(/\s/g, '')).toBe('冬の光第二部')
  })

  it('offers at least ten compositions, and four for each category', () => {
    expect(new Set(Object.values(COMPOSITIONS).flatMap(Object.keys)).size).toBeGreaterThanOrEqual(10)
    for (const category of everyMood)
      expect(Object.keys(compositionsFor(category)).length).toBeGreaterThanOrEqual(4)
    expect(compositionsFor('constructor')).toBe(compositionsFor('anything'))
  })
})
