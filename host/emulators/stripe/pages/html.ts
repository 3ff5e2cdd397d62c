/** Markup that is safe to send as it is. */
export class Html {
  readonly value: string

  constructor(value: string) {
    this.value = value
  }
}

type Part = string | number | Html | Html[] | null | undefined | false

/** Markup from a template. Text in it is escaped, markup and lists of markup are not, nothing is left out. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(strings.reduce((all, text, index) => all + render(parts[index - 1]) + text))
}

function render(part: Part): string {
  if (part instanceof Html) return part.value
  if (Array.isArray(part)) return part.map((each) => each.value).join('')
  if (part === null || part === undefined || part === false) return ''
  return String(part).replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)
}
