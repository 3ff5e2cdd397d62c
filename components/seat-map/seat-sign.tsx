import type { SeatLook } from './use-seat-words'

type SeatSignProps = {
  /** `out`: free, and outside the filter. */
  look: SeatLook | 'out'
  color?: string
  className?: string
}

/** A seat as the map draws it, for legends and lists: told apart by shape, not by colour alone. */
export function SeatSign({ look, color, className = 'size-4' }: SeatSignProps) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className={`shrink-0 ${className}`}>
      {SIGNS[look](color)}
    </svg>
  )
}

const SIGNS: Record<SeatLook | 'out', (color?: string) => React.ReactNode> = {
  free: (color = 'var(--map-free)') => <circle cx="10" cy="10" r="8" fill={color} />,
  mine: () => (
    <>
      <rect
        x="1.75"
        y="1.75"
        width="16.5"
        height="16.5"
        rx="5.5"
        fill="var(--map-mine)"
        stroke="var(--map-mine-edge)"
      />
      <path
        d="m6.3 10.3 2.7 2.8 5-5.8"
        fill="none"
        stroke="var(--map-mine-ink)"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  pending: () => (
    <rect
      x="2.5"
      y="2.5"
      width="15"
      height="15"
      rx="5"
      fill="none"
      stroke="var(--map-mine)"
      strokeWidth="2.5"
    />
  ),
  held: () => (
    <g fill="none" stroke="var(--map-held)" strokeWidth="1.9">
      <circle cx="10" cy="10" r="6.6" />
      <path d="m5.4 14.6 9.2-9.2" />
    </g>
  ),
  out: () => <circle cx="10" cy="10" r="3.6" fill="none" stroke="var(--map-held)" strokeWidth="1.4" />,
  sold: () => <circle cx="10" cy="10" r="3" fill="var(--map-held)" />,
  blocked: () => <rect x="6.2" y="8.7" width="7.6" height="2.6" fill="var(--map-held)" />,
}
