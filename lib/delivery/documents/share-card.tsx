import type { CSSProperties } from 'react'
import { PALETTE } from '../palette'
import { printable, type Voice } from './fonts'
import { familyOf, renderPng } from './satori'

/** What every network shows a link as: 1.91 to 1. Pixels. */
export const SHARE_CARD = { widthPx: 1200, heightPx: 630 }

export type ShareCard = {
  title: string
  subtitle: string | null
  /** When and where, a line each. */
  lines: string[]
  /** The house's name. */
  brand: string
  /** The event's poster, an SVG of 3 by 4. */
  poster: string
}

const POSTER_WIDTH = Math.round((SHARE_CARD.heightPx * 3) / 4)
const GAP = 64

/** The picture a shared link shows, PNG: the poster whole, and beside it what it says, to be read at a thumb's size. */
export function renderShareCard(card: ShareCard): Promise<Buffer> {
  const { widthPx, heightPx } = SHARE_CARD
  return renderPng({
    ...{ widthPx, heightPx, outline: `M0 0H${widthPx}V${heightPx}H0Z` },
    layout: <Words card={card} />,
    text: [card.brand, card.title, card.subtitle, ...card.lines].join(' '),
    overlay: placePoster(card.poster),
  })
}

function placePoster(svg: string): string {
  const sized = svg.replace(/^<svg([^>]*?) width="[^"]*" height="[^"]*"/, '<svg$1')
  return sized.replace('<svg', `<svg x="0" y="0" width="${POSTER_WIDTH}" height="${SHARE_CARD.heightPx}"`)
}

function Words({ card: { title, subtitle, lines, brand } }: { card: ShareCard }) {
  const size = SIZES.find(([longest]) => title.length <= longest)?.[1] ?? 56
  return (
    <div style={PAGE}>
      <Line voice="display" size={34} text={brand} color={PALETTE.nightInk} />
      <div style={{ display: 'flex', flexDirection: 'column' }}>
        <Line voice="display" size={size} text={title} color={PALETTE.nightInk} lines={4} />
        {subtitle ? (
          <Line voice="text" size={34} text={subtitle} color={PALETTE.nightMuted} top={14} />
        ) : null}
      </div>
      <div style={{ display: 'flex', flexDirection: 'column' }}>
        {lines.map((line) => (
          <Line key={line} voice="strong" size={32} text={line} color={PALETTE.nightInk} top={6} />
        ))}
      </div>
    </div>
  )
}

const SIZES = [
  [14, 116],
  [26, 96],
  [44, 76],
  [80, 60],
] as const

const PAGE: CSSProperties = {
  boxSizing: 'border-box',
  display: 'flex',
  flexDirection: 'column',
  justifyContent: 'space-between',
  width: SHARE_CARD.widthPx,
  height: SHARE_CARD.heightPx,
  backgroundColor: PALETTE.nightGround,
  padding: `52px ${GAP}px 50px ${POSTER_WIDTH + GAP}px`,
}

type LineProps = { text: string; voice: Voice; size: number; color: string; lines?: number; top?: number }

function Line({ text, voice, size, color, lines = 2, top = 0 }: LineProps) {
  const style: CSSProperties & { lineClamp: number } = {
    display: 'block',
    fontFamily: familyOf(voice),
    fontSize: size,
    lineHeight: voice === 'display' ? 1 : 1.25,
    color,
    marginTop: top,
    wordBreak: 'break-word',
    lineClamp: lines,
  }
  return <div style={style}>{printable(text, voice)}</div>
}
