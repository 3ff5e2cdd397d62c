'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { dismissToast, readToasts, TOAST_MS, type Toast, watchToasts } from './toast-store'

const NONE: readonly Toast[] = []

/** Where toasts appear; stands once, in the root layout. Call `showToast` from `toast-store` to fill it. */
export function ToastArea() {
  const toasts = useSyncExternalStore(watchToasts, readToasts, () => NONE)
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 bottom-[max(1rem,env(safe-area-inset-bottom),var(--toast-foot,0px))] z-50 grid justify-items-center gap-2"
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  )
}

function ToastCard({ toast }: { toast: Toast }) {
  const t = useTranslations('common')
  const card = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const leave = () => {
      // Not while someone reads it or is on the way to its button (WCAG 2.2.1).
      if (card.current?.matches(':hover, :focus-within')) timer = setTimeout(leave, 1000)
      else dismissToast(toast.id)
    }
    timer = setTimeout(leave, TOAST_MS)
    return () => clearTimeout(timer)
  }, [toast.id])
  return (
    <div
      ref={card}
      className="pointer-events-auto flex max-w-md animate-rise-in items-center gap-3 rounded-control bg-ink py-1.5 ps-4 pe-1.5 text-ground shadow-lift"
    >
      <p>{toast.text}</p>
      {toast.action && (
        <button
          type="button"
          className="min-h-9 px-2 font-semibold underline underline-offset-4"
          onClick={() => {
            toast.action?.run()
            dismissToast(toast.id)
          }}
        >
          {toast.action.label}
        </button>
      )}
      <button
        type="button"
        aria-label={t('close')}
        className="grid size-9 place-items-center"
        onClick={() => dismissToast(toast.id)}
      >
        <X aria-hidden className="size-4" />
      </button>
    </div>
  )
}
