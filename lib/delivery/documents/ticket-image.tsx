import type { ReactNode } from 'react'
import { shortTicketCode } from '../codes/rules'
import { PALETTE } from '../palette'
import { documentCopy } from '../words/next-intl'
import { formatDay, formatPrice, formatTime, sectionLabel } from '../words/rules'
import { printable, type Voice } from './fonts'
import { drawQr } from './qrcode'
import { decideHeadInks } from './rules'
import { familyOf, renderPng } from './satori'
import type { TicketDocument } from './types'

/** A phone's whole screen (9:16), brightest where it is scanned. Pixels. */
const WIDTH = 1080
const HEIGHT = 1920
const HEAD = 520
const PERFORATION = 1096
const NOTCH = 34
const CORNER = 36
const SIDE = 76
const QR_MAX = 520

/** The ticket as a PNG, 1080 × 1920, transparent around its shape. The same ticket gives the same bytes. */
export function renderTicketImage(ticket: TicketDocument): Promise<Buffer> {
  return renderPng({
    layout: <TicketFace ticket={ticket} />,
    text: JSON.stringify(ticket),
    widthPx: WIDTH,
    heightPx: HEIGHT,
    outline: traceOutline(),
    overlay: `${drawPerforation()}${placeQr(ticket.code)}`,
  })
}

function traceOutline(): string {
  const [w, h, c, n, p] = [WIDTH, HEIGHT, CORNER, NOTCH, PERFORATION]
  const right = `V${p - n}A${n} ${n} 0 0 0 ${w} ${p + n}V${h - c}A${c} ${c} 0 0 1 ${w - c} ${h}`
  const left = `H${c}A${c} ${c} 0 0 1 0 ${h - c}V${p + n}A${n} ${n} 0 0 0 0 ${p - n}V${c}A${c} ${c} 0 0 1 ${c} 0Z`
  return `M${c} 0H${w - c}A${c} ${c} 0 0 1 ${w} ${c}${right}${left}`
}

function drawPerforation(): string {
  const ends = `x1="${NOTCH + 22}" x2="${WIDTH - NOTCH - 22}" y1="${PERFORATION}" y2="${PERFORATION}"`
  return `<line ${ends} stroke="${PALETTE.faint}" stroke-width="5" stroke-linecap="round" stroke-dasharray="0.1 17"/>`
}

/** Whole pixels a module, so that no scanner meets a blurred edge. */
function placeQr(code: string): string {
  const qr = drawQr(code)
  const unit = Math.floor(QR_MAX / qr.sizeModules)
  const x = Math.round((WIDTH - unit * qr.sizeModules) / 2)
  const at = `translate(${x} ${PERFORATION + 56}) scale(${unit})`
  return `<path transform="${at}" fill="${PALETTE.ink}" shape-rendering="crispEdges" d="${qr.path}"/>`
}

function TicketFace({ ticket }: { ticket: TicketDocument }) {
  return (
    <Box style={{ flexDirection: 'column', width: WIDTH, height: HEIGHT, backgroundColor: PALETTE.white }}>
      <Head ticket={ticket} />
      <Body ticket={ticket} />
      <Stub ticket={ticket} />
    </Box>
  )
}

function Head({ ticket }: { ticket: TicketDocument }) {
  const t = documentCopy()
  const inks = decideHeadInks(ticket.poster)
  const rings = [
    { radius: 330, color: inks.shape },
    { radius: 212, color: inks.ground },
    { radius: 104, color: inks.shape },
  ]
  const size = sizeFor(ticket.event.title, [
    [10, 132],
    [22, 108],
    [36, 84],
    [60, 66],
    [Number.POSITIVE_INFINITY, 52],
  ])
  return (
    <Box
      style={{
        position: 'relative',
        width: WIDTH,
        height: HEAD,
        backgroundColor: inks.ground,
        overflow: 'hidden',
      }}
    >
      {rings.map(({ radius, color }) => (
        <Box
          key={radius}
          style={{
            position: 'absolute',
            left: WIDTH - 90 - radius,
            top: HEAD - radius,
            width: radius * 2,
            height: radius * 2,
            borderRadius: radius,
            backgroundColor: color,
          }}
        />
      ))}
      <Box
        style={{ position: 'absolute', left: SIDE, right: SIDE, top: 58, justifyContent: 'space-between' }}
      >
        <Type voice="display" size={34} color={inks.type} text={t('brand')} />
        <Type
          size={28}
          color={inks.type}
          text={t('presents', { organizer: ticket.event.organizer })}
          width={620}
          right
        />
      </Box>
      <Box style={{ position: 'absolute', left: SIDE, bottom: 50, width: size > 90 ? 680 : 610 }}>
        <Type
          voice="display"
          size={size}
          color={inks.type}
          text={ticket.event.title}
          lines={size > 90 ? 2 : 4}
          tight
        />
      </Box>
    </Box>
  )
}

function Body({ ticket }: { ticket: TicketDocument }) {
  const t = documentCopy()
  const { venue, seat } = ticket
  const doors = ticket.doorsAt ? ` · ${t('doors', { time: formatTime(ticket.doorsAt, venue) })}` : ''
  const notes = (seat.notes ?? []).map((note) => t(`notes.${note}`)).join(' · ')
  return (
    <Box style={{ flexDirection: 'column', height: PERFORATION - HEAD, padding: `50px ${SIDE}px 0` }}>
      <Type voice="display" size={46} text={formatDay(ticket.startsAt, venue)} />
      <Type voice="text" size={34} text={`${formatTime(ticket.startsAt, venue)}${doors}`} top={10} />
      <Type size={34} text={venue.name} top={30} />
      <Type
        voice="text"
        size={30}
        color={PALETTE.muted}
        text={[venue.address, venue.city].filter(Boolean).join(', ')}
        top={6}
      />
      <Box style={{ marginTop: 40, alignItems: 'flex-start', justifyContent: 'space-between' }}>
        <Seat ticket={ticket} />
      </Box>
      {notes ? <Type size={30} text={notes} top={14} /> : null}
    </Box>
  )
}

function Seat({ ticket: { seat } }: { ticket: TicketDocument }) {
  const t = documentCopy()
  const inner = WIDTH - SIDE * 2
  const cells =
    seat.number === null
      ? [
          { label: sectionLabel(seat), value: seat.section, width: inner * 0.54 },
          { label: t('place'), value: t('unnumbered'), width: inner * 0.42 },
        ]
      : [
          { label: sectionLabel(seat), value: seat.section, width: inner * (seat.row === null ? 0.7 : 0.5) },
          ...(seat.row === null ? [] : [{ label: t('row'), value: seat.row, width: inner * 0.2 }]),
          { label: t('seat'), value: seat.number, width: inner * 0.24 },
        ]
  return cells.map(({ label, value, width }) => {
    const long = value.length > 12
    const size = long ? 48 : Math.min(100, Math.floor(width / (0.66 * value.length)))
    return (
      <Box key={label} style={{ flexDirection: 'column', width }}>
        <Type size={26} color={PALETTE.muted} text={label} />
        <Type voice="display" size={size} text={value} top={8} lines={long ? 2 : 1} tight />
      </Box>
    )
  })
}

function Stub({ ticket }: { ticket: TicketDocument }) {
  const t = documentCopy()
  const price = `${formatPrice(ticket.price, ticket.venue.country)} ${t('allIn')}`
  return (
    <Box
      style={{
        flexDirection: 'column',
        alignItems: 'center',
        height: HEIGHT - PERFORATION,
        paddingTop: 56 + QR_MAX,
      }}
    >
      <Type voice="mono" size={34} text={shortTicketCode(ticket.code)} />
      <Type size={34} text={ticket.holder} top={18} lines={1} width={WIDTH - SIDE * 2} center />
      <Type
        voice="text"
        size={28}
        color={PALETTE.muted}
        text={[ticket.ticketType, price, ticket.category].filter(Boolean).join(' · ')}
        top={8}
        lines={1}
        width={WIDTH - SIDE * 2}
        center
      />
      <Type voice="text" size={28} color={PALETTE.muted} text={`${t('order')} ${ticket.reference}`} top={6} />
    </Box>
  )
}

type BoxProps = { style: React.CSSProperties; children?: ReactNode }

/** Satori lays out with flexbox only and wants it said. */
function Box({ style, children }: BoxProps) {
  return <div style={{ display: 'flex', flexShrink: 0, boxSizing: 'border-box', ...style }}>{children}</div>
}

type TypeProps = {
  text: string
  size: number
  voice?: Voice
  color?: string
  top?: number
  lines?: number
  width?: number
  tight?: boolean
  right?: boolean
  center?: boolean
}

function Type({ text, size, voice = 'strong', color = PALETTE.ink, ...rest }: TypeProps) {
  const style: React.CSSProperties & { lineClamp?: number } = {
    display: 'block',
    fontFamily: familyOf(voice),
    fontSize: size,
    lineHeight: rest.tight ? 1.02 : 1.28,
    letterSpacing: rest.tight ? -size * 0.012 : 0,
    color,
    marginTop: rest.top ?? 0,
    wordBreak: 'break-word',
    lineClamp: rest.lines ?? 1,
    maxWidth: rest.width ?? '100%',
    textAlign: rest.right ? 'right' : rest.center ? 'center' : 'left',
  }
  return <div style={style}>{printable(text, voice)}</div>
}

function sizeFor(text: string, steps: readonly (readonly [maxLength: number, size: number])[]): number {
  // Kana and kanji are as wide as two letters of this narrow face.
  const wide = text.match(/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/g)?.length ?? 0
  return steps.find(([maxLength]) => text.length + wide <= maxLength)?.[1] ?? 48
}
