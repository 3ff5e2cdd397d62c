'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { cn } from '@/components/ui/cn'
import { Notice } from '@/components/ui/notice'
import { FrameTimes } from './frame-times'
import { PlanForm } from './plan-form'
import { type LabSource, useLab, useLabMap } from './use-lab'

const ISSUES_SHOWN = 8

/** The map's core by itself, without a sale around it. */
export function Lab({ seatCount, seatMapId }: { seatCount: number; seatMapId: string | null }) {
  const t = useTranslations('seatMapLab')
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isBusy, setBusy] = useState(false)
  const [source, setSource] = useState<LabSource>(
    seatMapId ? { kind: 'map', id: seatMapId } : { kind: 'blocks', seatCount },
  )
  const { map, issues } = useLabMap(source)
  const { frames, firstPaintMs } = useLab(canvas, map, isBusy)
  return (
    <main className="flex h-dvh flex-col">
      <div className="grid gap-3 border-line border-b p-3">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <h1 className="font-semibold text-lg">{t('title')}</h1>
          <FrameTimes frames={frames} />
        </div>
        <PlanForm seatCount={seatCount} onSource={setSource} />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-1 text-sm">
          <label className="flex min-h-6 items-center gap-2">
            <input type="checkbox" checked={isBusy} onChange={(event) => setBusy(event.target.checked)} />
            {t('busy')}
          </label>
          <p role="status" className="text-muted tabular-nums">
            {map && t('about', { name: map.name, seats: map.seatCount, sections: map.sections.length })}{' '}
            {firstPaintMs === null
              ? issues.length === 0 && t('loading')
              : t('firstPaint', { ms: firstPaintMs })}
          </p>
        </div>
        {issues.length > 0 && (
          <Notice tone="danger" title={t('refused')}>
            <ul className="grid gap-0.5 text-sm">
              {issues.slice(0, ISSUES_SHOWN).map(({ path, message }) => (
                <li key={`${path} ${message}`}>
                  <code>{path}</code> {message}
                </li>
              ))}
            </ul>
          </Notice>
        )}
      </div>
      <div className="relative min-h-0 flex-1 bg-map-ground">
        <canvas
          ref={canvas}
          tabIndex={0}
          aria-label={t('title')}
          className={cn('absolute inset-0 size-full touch-none select-none', !map && 'invisible')}
        />
      </div>
    </main>
  )
}
