'use client'

import { Lightbulb, LightbulbOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '../ui/button'
import type { Theme } from './theme'
import { type KeepTheme, useTheme } from './use-theme'

/** House lights up or down: turns over whatever the visitor sees now. The footer's `LightsChoice` goes back to auto. */
export function LightsToggle({ theme: initial, keepTheme }: { theme: Theme; keepTheme: KeepTheme }) {
  const t = useTranslations('site.lights')
  const [theme, setTheme] = useTheme(initial, keepTheme)
  const turnOver = () => {
    const dark = theme === 'auto' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark'
    setTheme(dark ? 'light' : 'dark')
  }
  return (
    <Button variant="quiet" size="icon" onClick={turnOver} aria-label={t('toggle')} title={t('toggle')}>
      <LightbulbOff aria-hidden className="size-5 dark:hidden" />
      <Lightbulb aria-hidden className="hidden size-5 dark:block" />
    </Button>
  )
}
