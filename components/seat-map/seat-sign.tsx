import type { SeatLook } from './use-seat-words'

/** `out`: free, and outside the filter. The last three are marks of a free seat. */
type SignLook = SeatLook | 'out' | 'wheelchair' | 'companion' | 'restrictedView'

type SeatSignProps = {
  look: SignLook
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

const SIGNS: Record<SignLook, (color?: string) => React.ReactNode> = {
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
  wheelchair: (color = 'var(--map-free)') => (
    <>
      <rect x="2" y="2" width="16" height="16" rx="3" fill={color} />
      <g
        fill="none"
        stroke="var(--map-ground)"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d="M9 5.2h.1M9 7.6l.5 3.6h2.8l1.3 3.1" />
        <path d="M12 13a3 3 0 1 1-4.3-3.2" />
      </g>
    </>
  ),
  companion: (color = 'var(--map-free)') => (
    <>
      <circle cx="10" cy="10" r="8" fill={color} />
      <path
        d="M10 5.6a2.1 2.1 0 1 1 0 4.2 2.1 2.1 0 0 1 0-4.2ZM6 14.6a4 4 0 0 1 8 0Z"
        fill="var(--map-ground)"
      />
    </>
  ),
  restrictedView: (color = 'var(--map-free)') => <path d="M16.5 5.3a8 8 0 1 1-13 0Z" fill={color} />,
}
