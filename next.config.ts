import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'
// Checks the environment before anything is built or served.
import './lib/platform/env'

const withNextIntl = createNextIntlPlugin({
  requestConfig: './lib/i18n/request.ts',
  // Messages are parsed when the app is built, so that no page carries a parser.
  experimental: {
    messages: { path: './lib/i18n/messages', format: 'json', locales: 'infer', precompile: true },
  },
})

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Title and description in the head of every answer. Streamed into the body, as Next would by itself, they are not
  // there for who reads the head, or without JavaScript.
  htmlLimitedBots: /.*/,
  // Kept between two `npm run dev`, Turbopack's cache could stay behind the sources (a pull in between), and then every
  // page reloaded itself without end, until `.next` was deleted.
  experimental: { turbopackFileSystemCacheForDev: false },
  serverExternalPackages: ['pdfkit', 'sharp', '@node-rs/argon2', 'pg', 'pg-boss', 'twilio'],
}

export default withNextIntl(config)
