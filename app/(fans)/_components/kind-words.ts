import { useTranslations } from 'next-intl'

const KINDS = ['classical', 'club', 'comedy', 'concert', 'family', 'sport', 'talk', 'theatre'] as const

/** The kinds of event that every language has a word for, in the page's; an organizer's own kinds stay as they wrote them. */
export function useKindWords(): (category: string) => string {
  const t = useTranslations('catalogue.kinds')
  return (category) => {
    const known = KINDS.find((kind) => kind === category)
    return known ? t(known) : category
  }
}
