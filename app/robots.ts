import type { MetadataRoute } from 'next'
import { env } from '@/lib/platform/env'

/** Built with the page, the address would be the building machine's. */
export const dynamic = 'force-dynamic'

/** Everything on the bill may be found; what is somebody's own, and every search, may not. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: '*',
      allow: '/',
      disallow: [
        '/api/',
        '/cart',
        '/checkout',
        '/orders',
        '/account',
        '/tickets',
        '/dashboard',
        '/door',
        '/*?',
      ],
    },
    sitemap: `${env.APP_URL}/sitemap.xml`,
  }
}
