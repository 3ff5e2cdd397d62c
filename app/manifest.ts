import type { MetadataRoute } from 'next'
import { getTranslations } from 'next-intl/server'

/** What a phone needs to keep this on its home screen. Offline it opens on the tickets kept there (public/sw.js). */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const t = await getTranslations()
  return {
    id: '/',
    name: t('site.name'),
    short_name: t('site.name'),
    description: t('site.description'),
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#0e0e12',
    theme_color: '#0e0e12',
    categories: ['entertainment', 'events'],
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [
      { name: t('tickets.title'), url: '/tickets', icons: [{ src: '/icon-192.png', sizes: '192x192' }] },
      { name: t('order.list.title'), url: '/orders' },
    ],
  }
}
