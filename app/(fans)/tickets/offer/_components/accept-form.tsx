import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { acceptOffered } from '../actions'

type Props = { offerKey: string; name: string; trouble: string | string[] | undefined }

/** The name to print, and yes. */
export function AcceptForm({ offerKey, name, trouble }: Props) {
  const t = useTranslations('ticketOffer')
  return (
    <form action={acceptOffered} className="grid gap-5">
      {trouble === 'later' && <Notice tone="danger" title={t('later')} />}
      <input type="hidden" name="key" value={offerKey} />
      <Field name="name" label={t('name')} error={trouble === 'name' ? t('nameWrong') : undefined}>
        {(control) => <Input autoComplete="name" required maxLength={100} defaultValue={name} {...control} />}
      </Field>
      <SubmitButton variant="primary" size="large" className="justify-self-start">
        {t('accept')}
      </SubmitButton>
      <p className="text-muted text-sm">{t('note')}</p>
    </form>
  )
}
