import { LOCALE_COOKIE, LOCALES, type Locale, readLocale } from './locales'

type Words = Record<'title' | 'text' | 'retry' | 'cart', string>

/**
 * What the page says when the frame of all pages broke, and the messages with it: the same words as `common.error`, which
 * a test holds.
 */
export const BROKEN_WORDS: Record<Locale, Words> = {
  en: {
    title: 'The lights flickered.',
    text: 'Something broke on our side. Seats you hold stay yours until their time is up, and nothing was charged.',
    retry: 'Try again',
    cart: 'To your cart',
  },
  de: {
    title: 'Das Licht hat geflackert.',
    text: 'Bei uns ist etwas schiefgegangen. Deine reservierten Plätze bleiben dir, bis ihre Zeit abläuft, und es wurde nichts abgebucht.',
    retry: 'Noch mal versuchen',
    cart: 'Zum Warenkorb',
  },
  es: {
    title: 'Han parpadeado las luces.',
    text: 'Algo ha fallado por nuestra parte. Los asientos que tienes reservados siguen siendo tuyos hasta que se acabe su tiempo, y no se ha cobrado nada.',
    retry: 'Reintentar',
    cart: 'Ir al carrito',
  },
  fr: {
    title: 'Les lumières ont vacillé.',
    text: 'Quelque chose a lâché de notre côté. Les places que vous gardez restent à vous jusqu’à la fin du délai, et rien n’a été débité.',
    retry: 'Réessayer',
    cart: 'Voir le panier',
  },
}

/** The language in a browser that has nothing from us but its cookies: the choice, else the first it has that there is. */
export function browserLocale(cookies: string, languages: readonly string[]): Locale {
  const chosen = readLocale(new RegExp(`(?:^|; *)${LOCALE_COOKIE}=([^;]*)`).exec(cookies)?.[1])
  const spoken = languages.map((each) => readLocale(each.toLowerCase().split('-')[0]))
  return chosen ?? spoken.find((each) => each !== null) ?? LOCALES[0]
}
