import { Maximize, Minus, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'

type MapControlsProps = { onZoom(factor: number): void; onFit(): void; bottomPx?: number }

const STEP = 1.8

/** Zoom without wheel or second finger. Fingers need only the way back out: a tap brings nearer. */
export function MapControls({ onZoom, onFit, bottomPx = 0 }: MapControlsProps) {
  const t = useTranslations('seatMap.controls')
  const buttons = [
    { label: t('zoomIn'), icon: Plus, act: () => onZoom(STEP), onTouch: 'pointer-coarse:hidden' },
    { label: t('zoomOut'), icon: Minus, act: () => onZoom(1 / STEP), onTouch: 'pointer-coarse:hidden' },
    { label: t('fit'), icon: Maximize, act: onFit, onTouch: '' },
  ]
  return (
    <fieldset
      aria-label={t('label')}
      style={{ bottom: bottomPx + 12 }}
      className="absolute right-3 flex flex-col divide-y divide-line overflow-hidden rounded-control border border-line bg-raised"
    >
      {buttons.map(({ label, icon: Icon, act, onTouch }) => (
        <button
          key={label}
          type="button"
          aria-label={label}
          title={label}
          onClick={act}
          className={`grid size-11 place-items-center transition-colors hover:bg-sunk focus-visible:outline-offset-[-4px] ${onTouch}`}
        >
          <Icon aria-hidden className="size-4.5" strokeWidth={2} />
        </button>
      ))}
    </fieldset>
  )
}
