/** The fields of a request, nested ones as `to[name]`. */
export type Fields = Record<string, string>

/**
 * The fields of a request, whichever way it was encoded (JSON, form, multipart), with nested ones as `to[name]`.
 * Files become `<name, size>`: what is printed is the caller's affair.
 */
export async function readFields(request: Request): Promise<Fields> {
  const type = request.headers.get('content-type') ?? ''
  if (type.includes('application/json')) return flatten((await request.json()) as object)
  const form = await request.formData()
  const entries = [...form].map(([name, value]) => [
    name,
    value instanceof File ? describeFile(value) : value,
  ])
  return Object.fromEntries(entries) as Fields
}

function flatten(value: object, prefix = ''): Fields {
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    const name = prefix ? `${prefix}[${key}]` : key
    if (inner === null || inner === undefined) return []
    return typeof inner === 'object' ? Object.entries(flatten(inner, name)) : [[name, String(inner)]]
  })
  return Object.fromEntries(entries) as Fields
}

function describeFile(file: File): string {
  return `<${file.name}, ${file.size} bytes>`
}

/** The fields `name[…]`, without their prefix. */
export function pick(fields: Fields, name: string): Fields {
  const inside = Object.entries(fields).filter(([key]) => key.startsWith(`${name}[`))
  return Object.fromEntries(inside.map(([key, value]) => [key.slice(name.length + 1, -1), value]))
}
