import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import type { Answer, Operation } from '../read-document'
import { Code, Prose } from './code'
import { FieldLine, Fields } from './fields'

/** One operation: what it does, takes, answers and refuses. */
export function OperationView({ operation }: { operation: Operation }) {
  const t = useTranslations('developers')
  const { id, method, path, summary, description, needsToken, params, body, answers, refusals } = operation
  return (
    <article id={id} className="grid scroll-mt-6 gap-5 border-line border-t py-8">
      <header className="grid gap-2">
        <h3 className="font-semibold text-lg">{summary}</h3>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Badge tone={method === 'GET' ? 'plain' : 'solid'}>{method}</Badge>
          <Code className="min-w-0 break-all">{path}</Code>
          {needsToken && <span className="text-muted text-sm">{t('needsToken')}</span>}
        </p>
        {description && (
          <p className="max-w-[62ch]">
            <Prose text={description} />
          </p>
        )}
      </header>
      {params.length > 0 && (
        <Part title={t('params')}>
          {params.map(({ name, schema, required, description }) => (
            <FieldLine key={name} {...{ name, schema, description }} isOptional={!required} />
          ))}
        </Part>
      )}
      {body && (
        <Part title={t('body')} detail={body.mediaTypes.join(', ')}>
          {body.schema && <Fields schema={body.schema} isInput />}
        </Part>
      )}
      {answers.map((answer) => (
        <AnswerPart key={answer.status} answer={answer} />
      ))}
      <Part title={t('refusals')}>
        <p className="flex flex-wrap gap-x-4 gap-y-1">
          {refusals.map(({ status, codes }) => (
            <span key={status} className="flex flex-wrap gap-x-2">
              <span className="figures text-muted">{status}</span>
              {codes.map((code) => (
                <a key={code} href={`#error-${code}`} className="link">
                  <Code>{code}</Code>
                </a>
              ))}
            </span>
          ))}
        </p>
      </Part>
    </article>
  )
}

function AnswerPart({ answer: { status, description, mediaTypes, schema } }: { answer: Answer }) {
  const t = useTranslations('developers')
  return (
    <Part title={t('answer', { status })} detail={mediaTypes.join(', ')}>
      <p className="max-w-[62ch]">
        <Prose text={description} />
      </p>
      {schema && <Fields schema={schema} />}
    </Part>
  )
}

function Part({ title, detail, children }: { title: string; detail?: string; children: ReactNode }) {
  return (
    <section className="grid gap-x-8 gap-y-2 md:grid-cols-[9rem_minmax(0,1fr)]">
      <h4 className="font-semibold">
        {title}
        {detail && <span className="block break-words font-normal text-muted text-sm">{detail}</span>}
      </h4>
      <div className="grid min-w-0 content-start gap-3">{children}</div>
    </section>
  )
}
