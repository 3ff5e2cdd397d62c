import { useTranslations } from 'next-intl'
import { type FormEvent, useId } from 'react'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { MAX_SEATS } from '@/lib/seat-map/limits'
import type { LabSource } from './use-lab'

type Props = { seatCount: number; onSource(source: LabSource): void }

/** What to show: so many seats, a file, or what was copied. */
export function PlanForm({ seatCount, onSource }: Props) {
  const t = useTranslations('seatMapLab')
  const id = useId()

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    onSource({ kind: 'blocks', seatCount: Number(data.get('seats')) })
  }

  async function onFile(file: File | undefined): Promise<void> {
    if (file) onSource({ kind: 'text', text: await file.text() })
  }

  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
      <form className="flex items-end gap-2" onSubmit={onSubmit}>
        <div className="grid gap-1">
          <label htmlFor={`${id}-seats`} className="text-muted text-sm">
            {t('seats')}
          </label>
          <Input
            id={`${id}-seats`}
            name="seats"
            type="number"
            required
            min={1}
            max={MAX_SEATS}
            defaultValue={seatCount}
            className="w-32"
          />
        </div>
        <Button type="submit">{t('show')}</Button>
      </form>
      <div className="grid min-w-0 gap-1">
        <label htmlFor={`${id}-file`} className="text-muted text-sm">
          {t('file')}
        </label>
        <Input
          id={`${id}-file`}
          type="file"
          accept=".json,.csv,application/json,text/csv"
          className="max-w-60 py-2 text-sm"
          onChange={(event) => void onFile(event.target.files?.[0])}
        />
      </div>
      <div className="grid min-w-0 flex-1 basis-40 gap-1">
        <label htmlFor={`${id}-text`} className="text-muted text-sm">
          {t('paste')}
        </label>
        <Input
          id={`${id}-text`}
          placeholder="{ … }"
          value=""
          onChange={() => {}}
          onPaste={(event) => {
            event.preventDefault()
            // An input would take the line breaks out of a manifest.
            onSource({ kind: 'text', text: event.clipboardData.getData('text') })
          }}
        />
      </div>
    </div>
  )
}
