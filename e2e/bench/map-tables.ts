import { formatNumber, median } from './measure'

/** One round: frames a second, and how long each kept the page's thread at work. */
export type Frames = { fps: number; busyMs: number }

/** By name, one value a round. */
export type Figures = Record<string, number[]>

/** Frames a second and the page's work in each, as shares of the idle page and of the blit. */
export function printFrames(runs: Record<string, Frames[]>): string {
  const fpsOf = (name: string) => median((runs[name] ?? []).map(({ fps }) => fps))
  const lines = Object.entries(runs).map(([name, rounds]) => {
    const shares = ['one bitmap blitted', 'idle page'].map((other) => (fpsOf(name) / fpsOf(other)).toFixed(2))
    const busyMs = rounds.map((round) => round.busyMs)
    return `| ${name} | ${spread(rounds.map(({ fps }) => fps))} | ${shares.join(' | ')} | ${spread(busyMs)} |`
  })
  return [
    '### The map: frames a second, 100,000 seats',
    '',
    '| | frames/s (min–max) | of blit | of idle | work a frame, ms (min–max) |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...lines,
    '',
  ].join('\n')
}

/** The single figures. */
export function printFigures(figures: Figures): string {
  const lines = Object.entries(figures).map(([name, values]) => `| ${name} | ${spread(values)} |`)
  return ['### The map: the rest', '', '| | median (min–max) |', '| --- | ---: |', ...lines, ''].join('\n')
}

function spread(values: number[]): string {
  const [middle, min, max] = [median(values), Math.min(...values), Math.max(...values)].map(formatNumber)
  return `${middle} (${min}–${max})`
}
