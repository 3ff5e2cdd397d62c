'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { type KeptTicket, readKept } from './kept-tickets'

/** The tickets that are on this phone, by themselves: no server is asked. */
export function KeptList() {
  const t = useTranslations('keptTickets')
  const format = useFormatter()
  const [tickets, setTickets] = useState<KeptTicket[] | null>(null)
  useEffect(() => {
    readKept()
      .then((kept) => setTickets(kept?.tickets ?? []))
      .catch(() => setTickets([]))
  }, [])
  const now = new Date().toISOString()
  const shown = (tickets ?? []).filter(({ overAt }) => overAt > now)
  const sorted = shown.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
  return (
    <div className="grid justify-items-start gap-8">
      {sorted.length > 0 && (
        <section aria-labelledby="kept" className="grid w-full gap-3">
          <h2 id="kept" className="text-lg">
            {t('heading')}
          </h2>
          <ul className="border-line border-t">
            {sorted.map(({ path, title, words, startsAt, timezone }) => (
              <li key={path} className="border-line border-b">
                <a href={path} className="grid py-4 hover:bg-sunk">
                  <span className="display text-xl">{title}</span>
                  <span className="figures text-sm">
                    {format.dateTime(new Date(startsAt), {
                      dateStyle: 'full',
                      timeStyle: 'short',
                      timeZone: timezone,
                    })}
                  </span>
                  <span className="text-muted text-sm">{words}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {tickets && sorted.length === 0 && <p className="text-muted">{t('none')}</p>}
      <Button onClick={() => location.reload()}>{t('again')}</Button>
    </div>
  )
}
