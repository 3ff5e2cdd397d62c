import { GeistSans } from 'geist/font/sans'
import type { Metadata, Viewport } from 'next'
import localFont from 'next/font/local'
import { cookies } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ClientMessages } from '@/components/site/client-messages'
import { readTheme, THEME_COOKIE } from '@/components/site/theme'
import { ToastArea } from '@/components/ui/toast'
import './globals.css'

// One narrow cut of Bricolage Grotesque (36 kB instead of 131 kB): see components/site/fonts/README.md.
const displayLatin = localFont({
  src: '../components/site/fonts/bricolage-display-latin.woff2',
  weight: '600 800',
  variable: '--font-display-latin',
})
const displayLatinExt = localFont({
  src: '../components/site/fonts/bricolage-display-latin-ext.woff2',
  weight: '600 800',
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
      className={`${GeistSans.variable} ${displayLatin.variable} ${displayLatinExt.variable}`}
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
