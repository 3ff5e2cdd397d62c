import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { openApiDocument } from '@/app/api/v1/_document/document'
import { ENDPOINTS } from '@/app/api/v1/_document/endpoints'
import { errorCodesOf } from '@/lib/platform/endpoint'
import { ERRORS, type ErrorCode } from '@/lib/platform/errors'
import { Basics } from './_components/basics'
import { Contents } from './_components/contents'
import { Errors } from './_components/errors'
import { OperationView } from './_components/operation'
import { Shapes } from './_components/shapes'
import { readChapters, readShapes } from './read-document'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('developers')
  return { title: t('title'), description: t('lead') }
}

/** The reference of the API, made of the document that the API itself is made of. */
export default async function DevelopersPage() {
  const t = await getTranslations('developers')
  const document = openApiDocument()
  const chapters = readChapters(document)
  return (
    <div className="wrap grid gap-x-16 gap-y-10 pt-8 lg:grid-cols-[14rem_minmax(0,1fr)] lg:pt-12">
      <header className="grid gap-4 lg:col-span-2">
        <h1 className="display text-2xl">{t('title')}</h1>
        <p className="max-w-[62ch] text-lg">{t('lead')}</p>
        <p>
          <a href="/api/v1/openapi.json" className="link">
            {t('document')}
          </a>
        </p>
      </header>
      <Contents chapters={chapters} />
      <div className="grid min-w-0 gap-16">
        <Basics base={document.servers?.[0]?.url ?? ''} />
        {chapters.map(({ id, name, operations }) => (
          <section key={id} id={id} aria-labelledby={`${id}-title`} className="scroll-mt-6">
            <h2 id={`${id}-title`} className="display pb-4 text-xl">
              {name}
            </h2>
            {operations.map((operation) => (
              <OperationView key={operation.id} operation={operation} />
            ))}
          </section>
        ))}
        <Shapes shapes={readShapes(document)} />
        <Errors codes={listCodes()} />
      </div>
    </div>
  )
}

/** In the order of the one map of errors. */
function listCodes(): ErrorCode[] {
  const used = new Set(ENDPOINTS.flatMap(errorCodesOf))
  return (Object.keys(ERRORS) as ErrorCode[]).filter((code) => used.has(code))
}
