import type { MetadataRoute } from 'next'
import { env } from '@/lib/platform/env'

/** Built with the page, the address would be the building machine's. */
export const dynamic = 'force-dynamic'

/**
 * Everything on the bill may be found; interfaces and searches need not be. What is somebody's own says so itself, or
 * is empty for a robot.
 */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: '/', disallow: ['/api/', '/*?'] },
    sitemap: `${env.APP_URL}/sitemap.xml`,
  }
}
