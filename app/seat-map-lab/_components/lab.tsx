'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { FrameTimes } from './frame-times'
import { useLab } from './use-lab'

/** The map's core by itself, without a sale around it. */
export function Lab({ seatCount, seatMapId }: { seatCount: number; seatMapId: string | null }) {
  const t = useTranslations('seatMapLab')
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isBusy, setBusy] = useState(false)
  const { frames, name, firstPaintMs } = useLab(canvas, { seatCount, seatMapId, isBusy })
  return (
    <main className="flex h-dvh flex-col">
      <div className="flex flex-wrap items-center gap-4 p-3">
        <h1 className="font-semibold">{t('title')}</h1>
        <form className="flex items-center gap-2">
          <label htmlFor="seats">{t('seats')}</label>
          <input
            id="seats"
            name="seats"
            type="number"
            min={1}
            max={200_000}
            defaultValue={seatCount}
            className="w-28 border border-line bg-transparent px-2 py-1"
          />
          <Button type="submit">{t('show')}</Button>
        </form>
        <label className="flex items-center gap-2">
          <input type="checkbox" checked={isBusy} onChange={(event) => setBusy(event.target.checked)} />
          {t('busy')}
        </label>
        <p>{firstPaintMs === null ? t('loading') : t('firstPaint', { name, ms: firstPaintMs })}</p>
        <FrameTimes frames={frames} />
      </div>
      <div className="relative min-h-0 flex-1">
        <canvas
          ref={canvas}
          tabIndex={0}
          aria-label={t('title')}
          className="absolute inset-0 size-full touch-none select-none"
        />
      </div>
    </main>
  )
}
