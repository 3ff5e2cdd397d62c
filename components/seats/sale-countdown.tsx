'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useState } from 'react'

type Props = { opensAt: Date; onOpen(): void }

const SECOND_MS = 1_000
/** A crowd that asks in the same instant is a crowd at one door. */
const OPEN_JITTER_MS = 1_200

/** Days, hours, minutes and seconds left; nothing below zero. */
export function splitTime(leftMs: number): { days: number; clock: string } {
  const seconds = Math.max(0, Math.ceil(leftMs / SECOND_MS))
  const parts = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60]
  return {
    days: Math.floor(seconds / 86_400),
    clock: parts.map((part) => String(part).padStart(2, '0')).join(':'),
  }
}

/** How long until sales begin; calls `onOpen` once they have. */
export function SaleCountdown({ opensAt, onOpen }: Props) {
  const t = useTranslations('seats.closed')
  const opensAtMs = opensAt.getTime()
  const [leftMs, setLeftMs] = useState<number | null>(null)
  const open = useEffectEvent(onOpen)
  useEffect(() => {
    const tick = () => setLeftMs(opensAtMs - Date.now())
    tick()
    const timer = setInterval(tick, SECOND_MS)
    return () => clearInterval(timer)
  }, [opensAtMs])
  const isOver = leftMs !== null && leftMs <= 0
  useEffect(() => {
    if (!isOver) return
    // Asked until the page itself says that sales have begun: this clock may be ahead of the server's.
    const first = setTimeout(open, Math.random() * OPEN_JITTER_MS)
    const again = setInterval(open, 3 * SECOND_MS)
    return () => {
      clearTimeout(first)
      clearInterval(again)
    }
  }, [isOver])
  const { days, clock } = splitTime(leftMs ?? 0)
  return (
    <p role="timer" className="display figures text-2xl" suppressHydrationWarning>
      {leftMs === null ? '–' : isOver ? t('opening') : t('left', { days, clock })}
    </p>
  )
}
