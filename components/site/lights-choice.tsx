'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { THEMES, type Theme } from './theme'
import { type KeepTheme, useTheme } from './use-theme'

/** House lights: auto, up (light) or down (dark). */
export function LightsChoice({ theme: initial, keepTheme }: { theme: Theme; keepTheme: KeepTheme }) {
  const t = useTranslations('site.lights')
  const [theme, setTheme] = useTheme(initial, keepTheme)
  const name = useId()
  return (
    <fieldset className="flex items-center gap-3">
      <legend className="float-left text-muted text-sm">{t('label')}</legend>
      <div className="flex rounded-control border-[1.5px] border-line-strong">
        {THEMES.map((option) => (
          <label
            key={option}
            className="relative cursor-pointer px-3 py-1.5 font-semibold text-sm transition-colors has-checked:bg-ink has-checked:text-ground has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name={name}
              checked={theme === option}
              onChange={() => setTheme(option)}
              className="absolute inset-0 cursor-pointer opacity-0"
            />
            {t(option)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
