import type { Metadata, Viewport } from 'next'
import localFont from 'next/font/local'
import { cookies } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ClientMessages } from '@/components/site/client-messages'
import { readTheme, THEME_COOKIE } from '@/components/site/theme'
import { ToastArea } from '@/components/ui/toast'
import './globals.css'

// Geist with the letters most pages have (18 kB instead of 70); the rest of it where a page has them.
const textLatin = localFont({
  src: '../components/site/fonts/geist-latin.woff2',
  weight: '400 700',
  variable: '--font-geist-sans',
})
const textRest = localFont({
  src: '../node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2',
  weight: '100 900',
  variable: '--font-geist-rest',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-0130, U+0132-0151, U+0154-052F, U+1E00-1EFF, U+2030, U+2070-20AB, U+20AD-20CF, U+2150-218F, U+2194-2211, U+2213-27BF',
    },
  ],
})
// One narrow cut of Bricolage Grotesque, in its one weight (19 kB instead of 131 kB): see components/site/fonts/README.md.
const displayLatin = localFont({
  src: '../components/site/fonts/bricolage-display-latin.woff2',
  weight: '800',
  variable: '--font-display-latin',
})
const displayLatinExt = localFont({
  src: '../components/site/fonts/bricolage-display-latin-ext.woff2',
  weight: '800',
  variable: '--font-display-latin-ext',
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: 'unicode-range', value: 'U+0100-02BA, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20C0' }],
})

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('site')
  return {
    title: { default: `${t('name')}: ${t('tagline')}`, template: `%s · ${t('name')}` },
    description: t('description'),
    applicationName: t('name'),
    icons: {
      icon: [
        { url: '/icon.svg', type: 'image/svg+xml' },
        { url: '/favicon.ico', sizes: '32x32' },
      ],
      apple: '/apple-touch-icon.png',
    },
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f6f2e9' },
    { media: '(prefers-color-scheme: dark)', color: '#0e0e12' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, jar] = await Promise.all([getLocale(), cookies()])
  const theme = readTheme(jar.get(THEME_COOKIE)?.value)
  return (
    <html
      lang={locale}
      data-theme={theme === 'auto' ? undefined : theme}
      className={[textLatin, textRest, displayLatin, displayLatinExt]
        .map(({ variable }) => variable)
        .join(' ')}
    >
      <body className="flex min-h-dvh flex-col">
        <ClientMessages namespaces={['site']}>
          {children}
          <ToastArea />
        </ClientMessages>
      </body>
    </html>
  )
}
