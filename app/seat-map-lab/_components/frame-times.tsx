import { useTranslations } from 'next-intl'

const FULL_MS = 32
const HEIGHT_PX = 32

/** How long each of the last frames kept the page busy, milliseconds; the line is a sixtieth of a second. */
export function FrameTimes({ frames }: { frames: readonly number[] }) {
  const t = useTranslations('seatMapLab')
  const sorted = [...frames].sort((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)
  const top = HEIGHT_PX * (1 - 1_000 / 60 / FULL_MS)
  const bars = frames.map((ms, x) => `M${x * 2 + 1} ${HEIGHT_PX}v${-Math.min(HEIGHT_PX, ms)}`).join('')
  return (
    <div className="flex items-center gap-3 tabular-nums">
      <svg width={240} height={HEIGHT_PX} role="img" aria-label={t('frames')} className="border border-line">
        <path d={bars} stroke="currentColor" strokeWidth={1.5} />
        <line x1={0} x2={240} y1={top} y2={top} stroke="currentColor" strokeDasharray="3 3" />
      </svg>
      <p>{t('spread', { median: at(0.5), p95: at(0.95) })}</p>
    </div>
  )
}
