import { CircleHelp, Lasso, Maximize, Minus, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'

type MapControlsProps = {
  onZoom(factor: number): void
  onFit(): void
  onHelp(): void
  /** Absent where there is nothing to draw a loop around. */
  onLasso?(): void
  isLassoReady: boolean
  bottomPx?: number
}

const STEP = 1.8
const MOUSE_ONLY = 'pointer-coarse:hidden'

/** Help, the lasso, and zoom without wheel or second finger. Fingers need only the way back out: a tap brings nearer. */
export function MapControls({
  onZoom,
  onFit,
  onHelp,
  onLasso,
  isLassoReady,
  bottomPx = 0,
}: MapControlsProps) {
  const t = useTranslations('seatMap.controls')
  return (
    <fieldset
      aria-label={t('label')}
      style={{ bottom: bottomPx + 12 }}
      className="absolute end-3 flex flex-col divide-y divide-line overflow-hidden rounded-control border border-line bg-raised"
    >
      <Tool label={t('help')} icon={CircleHelp} onPress={onHelp} />
      {onLasso && (
        <Tool label={t('lasso')} icon={Lasso} onPress={onLasso} isOn={isLassoReady} className={MOUSE_ONLY} />
      )}
      <Tool label={t('zoomIn')} icon={Plus} onPress={() => onZoom(STEP)} className={MOUSE_ONLY} />
      <Tool label={t('zoomOut')} icon={Minus} onPress={() => onZoom(1 / STEP)} className={MOUSE_ONLY} />
      <Tool label={t('fit')} icon={Maximize} onPress={onFit} />
    </fieldset>
  )
}

type ToolProps = {
  label: string
  icon: typeof Plus
  onPress(): void
  /** For a tool that is taken up and put down. */
  isOn?: boolean
  className?: string
}

function Tool({ label, icon: Icon, onPress, isOn, className = '' }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={isOn}
      title={label}
      onClick={onPress}
      className={`grid size-11 place-items-center transition-colors focus-visible:outline-offset-[-4px] ${isOn ? 'bg-ink text-ground' : 'hover:bg-sunk'} ${className}`}
    >
      <Icon aria-hidden className="size-4.5" strokeWidth={2} />
    </button>
  )
}
