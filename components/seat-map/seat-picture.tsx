import type { SeatView, ViewKind, ViewShape } from '@/lib/seat-map/seat-view'

/** The view from a seat as a drawing, in the map's own colours. Its words stand beside it. */
export function SeatPicture({ view, className }: { view: SeatView; className?: string }) {
  const { width, height, horizonY, shapes } = view
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" className={className}>
      <rect width={width} height={height} fill="var(--map-ground)" />
      <rect
        y={Math.max(0, horizonY)}
        width={width}
        height={height * 2}
        fill="var(--map-section-line)"
        opacity=".35"
      />
      {shapes.map((shape, at) =>
        shape.kind === 'person' ? (
          <Person key={`${shape.kind}-${at.toString()}`} shape={shape} />
        ) : (
          <polygon
            key={`${shape.kind}-${at.toString()}`}
            points={toText(shape.points)}
            fill={FILLS[shape.kind]}
            stroke={shape.kind === 'line' ? 'var(--map-section)' : 'var(--map-section-line)'}
            strokeWidth=".75"
            strokeLinejoin="round"
          />
        ),
      )}
    </svg>
  )
}

const FILLS: Record<Exclude<ViewKind, 'person'>, string> = {
  floor: 'color-mix(in srgb, var(--map-section-line) 30%, var(--map-ground))',
  pitch: 'color-mix(in srgb, #417041 60%, var(--map-ground))',
  line: 'none',
  section: 'color-mix(in srgb, var(--map-section-line) 45%, var(--map-section))',
  backdrop: 'color-mix(in srgb, var(--map-stage) 28%, var(--map-ground))',
  stage: 'var(--map-stage)',
  'stage-front': 'color-mix(in srgb, var(--map-stage) 70%, var(--map-ground))',
}

/** Somebody to measure by: a head and a body. */
function Person({ shape: { points } }: { shape: ViewShape }) {
  const [footX = 0, footY = 0, headX = 0, headY = 0] = points
  const size = Math.hypot(headX - footX, headY - footY)
  const at = (share: number) => `${footX + (headX - footX) * share},${footY + (headY - footY) * share}`
  const [cx, cy] = at(0.9).split(',')
  return (
    <g fill="var(--map-label)" stroke="var(--map-label)" strokeLinecap="round">
      <path d={`M${at(0.1)}L${at(0.66)}`} strokeWidth={Math.max(1, size * 0.22)} />
      <circle cx={cx} cy={cy} r={Math.max(0.6, size * 0.1)} stroke="none" />
    </g>
  )
}

function toText(points: readonly number[]): string {
  return points.map((value) => Math.round(value * 10) / 10).join(' ')
}
