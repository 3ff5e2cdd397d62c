import { useTranslations } from 'next-intl'
import { refsOf, type Schema, withFields, writeType } from '../read-document'
import { Code, Prose } from './code'

/** The fields of a schema, those of its parts indented below them. Named shapes are linked, not repeated. */
export function Fields({ schema, isInput = false }: { schema: Schema; isInput?: boolean }) {
  const parts = withFields(schema)
  if (parts.length === 0) return <TypeText schema={schema} />
  return parts.map((part) => (
    <ul key={JSON.stringify(part)} className="grid gap-2 border-line border-l-2 pl-4">
      {Object.entries(part.properties ?? {}).map(([name, field]) => (
        <li key={name} className="grid gap-2">
          <FieldLine name={name} schema={field} isOptional={isInput && !part.required?.includes(name)} />
          {withFields(field).length > 0 && <Fields schema={field} isInput={isInput} />}
        </li>
      ))}
    </ul>
  ))
}

/** One field: its name, what it takes, and what it means. */
export function FieldLine({
  name,
  schema,
  isOptional,
  description = schema.description,
}: {
  name: string
  schema: Schema
  isOptional: boolean
  description?: string
}) {
  const t = useTranslations('developers')
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <Code className="break-all font-semibold">{name}</Code>
        <TypeText schema={schema} />
        {isOptional && <span className="text-muted text-sm">{t('optional')}</span>}
        {schema.default !== undefined && (
          <span className="text-muted text-sm">
            {t.rich('default', { value: () => <Code>{JSON.stringify(schema.default)}</Code> })}
          </span>
        )}
      </p>
      {description && (
        <p className="max-w-[62ch] text-muted text-sm">
          <Prose text={description} />
        </p>
      )}
    </div>
  )
}

function TypeText({ schema }: { schema: Schema }) {
  const [name] = refsOf(schema)
  const words = writeType(schema)
  if (!name) return <span className="text-muted text-sm">{words}</span>
  const [before, after] = words.split(name)
  return (
    <span className="text-muted text-sm">
      {before}
      <a href={`#shape-${name}`} className="link">
        {name}
      </a>
      {after}
    </span>
  )
}
