import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'
// Checks the environment before anything is built or served.
import './lib/platform/env'

const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts')

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  serverExternalPackages: ['pdfkit', 'sharp', '@node-rs/argon2', 'pg', 'pg-boss', 'twilio'],
}

export default withNextIntl(config)
