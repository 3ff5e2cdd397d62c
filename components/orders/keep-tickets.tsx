'use client'

import { CircleCheck } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/toast-store'
import { forgetKept, type KeptTicket, keepTickets } from './kept-tickets'

type Props = {
  owner: string
  tickets: KeptTicket[]
  isOn: boolean
  /** These are all the owner has. */
  isAll?: boolean
  words: { kept: string; remove: string; removed: string }
}

/** Keeps the tickets on this phone, says when it is done, and lets whoever shares the phone remove them. */
export function KeepTickets({ owner, tickets, isOn, isAll = false, words }: Props) {
  const [isKept, setIsKept] = useState(false)
  const names = JSON.stringify(tickets)
  useEffect(() => {
    if (!isOn) return
    let isGone = false
    keepTickets(owner, JSON.parse(names) as KeptTicket[], isAll)
      .then((kept) => !isGone && setIsKept(kept))
      // No room, no signal, a private window: the page works as it did.
      .catch(() => {})
    return () => {
      isGone = true
    }
  }, [owner, names, isOn, isAll])
  async function remove() {
    await forgetKept()
    setIsKept(false)
    showToast(words.removed)
  }
  if (!isKept) return null
  return (
    <div role="status" className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
      <p className="flex items-center gap-2 text-good text-sm">
        <CircleCheck aria-hidden className="size-4 shrink-0" />
        {words.kept}
      </p>
      <Button variant="quiet" size="small" onClick={remove}>
        {words.remove}
      </Button>
    </div>
  )
}
