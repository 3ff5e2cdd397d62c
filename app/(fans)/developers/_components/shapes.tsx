import { useTranslations } from 'next-intl'
import type { Schema } from '../read-document'
import { Code } from './code'
import { Fields } from './fields'

/** The named shapes, once each. */
export function Shapes({ shapes }: { shapes: { name: string; schema: Schema }[] }) {
  const t = useTranslations('developers.shapes')
  return (
    <section id="shapes" aria-labelledby="shapes-title" className="grid scroll-mt-6 gap-6">
      <h2 id="shapes-title" className="display text-xl">
        {t('title')}
      </h2>
      {shapes.map(({ name, schema }) => (
        <article
          key={name}
          id={`shape-${name}`}
          className="grid scroll-mt-6 gap-x-8 gap-y-3 border-line border-t pt-6 target:bg-sunk md:grid-cols-[9rem_minmax(0,1fr)]"
        >
          <h3 className="font-semibold">
            <Code>{name}</Code>
          </h3>
          <div className="grid min-w-0 gap-3">
            <Fields schema={schema} />
          </div>
        </article>
      ))}
    </section>
  )
}
