'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { cn } from './cn'

type Props = {
  /** When it ends, ISO 8601 by the server's clock. */
  expiresAt: string
  /** The server's time when it rendered, ISO 8601: takes the visitor's wrong clock out of the sum. */
  serverNow: string
  /** Called once, at zero. */
  onEnd?: () => void
  className?: string
}

/** Whole seconds left, rounded up so that 0 means it is over. */
export function secondsLeft(expiresAtMs: number, nowMs: number): number {
  return Math.max(0, Math.ceil((expiresAtMs - nowMs) / 1000))
}

/** `m:ss`, for the eye. */
export function clockText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Minutes and seconds to an end. Breathes in the last minute, and says aloud when that minute starts and when it ends. */
export function Countdown({ expiresAt, serverNow, onEnd, className }: Props) {
  const t = useTranslations('common.countdown')
  const left = useSecondsLeft(Date.parse(expiresAt), Date.parse(serverNow), onEnd)
  const spoken = left === 0 ? t('over') : left <= 60 ? t('lastMinute') : ''
  return (
    <span className={cn('figures', className)}>
      <time
        dateTime={`PT${left}S`}
        role="timer"
        aria-label={t('left', { minutes: Math.floor(left / 60), seconds: left % 60 })}
        className={cn(
          'font-semibold',
          left <= 60 && 'text-danger',
          left > 0 && left <= 60 && 'animate-breathe',
        )}
      >
        {clockText(left)}
      </time>
      <span aria-live="polite" className="sr-only">
        {spoken}
      </span>
    </span>
  )
}

function useSecondsLeft(expiresAtMs: number, serverNowMs: number, onEnd?: () => void): number {
  const [left, setLeft] = useState(() => secondsLeft(expiresAtMs, serverNowMs))
  const ended = useRef(onEnd)
  useEffect(() => {
    ended.current = onEnd
  }, [onEnd])
  useEffect(() => {
    const offsetMs = serverNowMs - Date.now()
    let timer: ReturnType<typeof setTimeout>
    const tick = () => {
      const nowMs = Date.now() + offsetMs
      setLeft(secondsLeft(expiresAtMs, nowMs))
      if (nowMs >= expiresAtMs) ended.current?.()
      // Woken on the second, so that several countdowns on a page turn over together.
      else timer = setTimeout(tick, ((expiresAtMs - nowMs) % 1000) + 5)
    }
    tick()
    return () => clearTimeout(timer)
  }, [expiresAtMs, serverNowMs])
  return left
}
