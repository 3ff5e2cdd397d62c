'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef } from 'react'
import { buttonStyle } from '../ui/button'
import { SeatSign } from './seat-sign'

type MapGuideProps = { hasLasso: boolean; onClose(): void }

const KEYS = ['arrows', 'ends', 'pages', 'choose', 'run', 'zoom', 'fit', 'lasso', 'cancel', 'help'] as const
const MOUSE = ['choose', 'run', 'lasso', 'move', 'zoom'] as const
const TOUCH = ['choose', 'move', 'zoom', 'double'] as const
const LOOKS = ['free', 'mine', 'pending', 'held', 'sold', 'blocked', 'out'] as const
const NOTES = ['wheelchair', 'companion', 'restrictedView'] as const

/** Keys, gestures and signs of the map, in a dialog. The focus goes back to where it was when it closes. */
export function MapGuide({ hasLasso, onClose }: MapGuideProps) {
  const t = useTranslations('seatMap')
  const common = useTranslations('common')
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal()
  }, [])
  const isThere = (id: string) => hasLasso || id !== 'lasso'
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      // A press on the dimmed page beside it.
      onClick={(event) => event.target === dialog.current && dialog.current?.close()}
      onKeyDown={(event) => event.stopPropagation()}
      className="m-auto max-h-[min(88dvh,44rem)] w-[min(44rem,calc(100%-1.5rem))] animate-rise-in overflow-y-auto overscroll-contain rounded-sheet border border-line bg-raised p-0 text-ink shadow-lift backdrop:bg-veil"
    >
      {/* The dialog itself scrolls: its button has the focus, so that keys scroll it too. */}
      <div>
        <header className="sticky top-0 flex items-center gap-3 border-line border-b bg-raised py-2 ps-5 pe-2">
          <h2 id={titleId} className="display min-w-0 grow text-xl">
            {t('guide.title')}
          </h2>
          <button
            type="button"
            aria-label={common('close')}
            onClick={() => dialog.current?.close()}
            className={buttonStyle({ variant: 'quiet', size: 'icon' })}
          >
            <X aria-hidden className="size-5" />
          </button>
        </header>
        <div className="grid content-start gap-6 p-5 text-sm sm:grid-cols-2">
          <Moves title={t('guide.touch.title')} className="pointer-fine:hidden">
            {TOUCH.map((id) => (
              <Move key={id} how={t(`guide.touch.${id}.how`)} does={t(`guide.touch.${id}.does`)} />
            ))}
          </Moves>
          <Moves title={t('guide.mouse.title')} className="pointer-coarse:hidden">
            {MOUSE.filter(isThere).map((id) => (
              <Move key={id} how={t(`guide.mouse.${id}.how`)} does={t(`guide.mouse.${id}.does`)} />
            ))}
          </Moves>
          <Moves title={t('guide.keys.title')}>
            {KEYS.filter(isThere).map((id) => (
              <Move key={id} how={t(`guide.keys.${id}.how`)} does={t(`guide.keys.${id}.does`)} />
            ))}
          </Moves>
          <section className="sm:col-span-2">
            <h3 className="mb-2 font-semibold text-base">{t('guide.signs')}</h3>
            <ul className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
              {LOOKS.map((look) => (
                <Sign key={look} look={look} text={t(`guide.looks.${look}`)} />
              ))}
              {NOTES.map((note) => (
                <Sign key={note} look={note} text={t(`notes.${note}`)} />
              ))}
            </ul>
          </section>
        </div>
      </div>
    </dialog>
  )
}

type MovesProps = { title: string; className?: string; children: React.ReactNode }

function Moves({ title, className, children }: MovesProps) {
  return (
    <section className={className}>
      <h3 className="mb-2 font-semibold text-base">{title}</h3>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2">{children}</dl>
    </section>
  )
}

function Move({ how, does }: { how: string; does: string }) {
  return (
    <>
      <dt className="font-semibold">{how}</dt>
      <dd className="text-muted">{does}</dd>
    </>
  )
}

function Sign({ look, text }: { look: (typeof LOOKS)[number] | (typeof NOTES)[number]; text: string }) {
  return (
    <li className="flex items-center gap-2.5">
      <SeatSign look={look} className="size-5" />
      {text}
    </li>
  )
}
