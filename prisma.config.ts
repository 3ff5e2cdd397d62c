import { defineConfig } from 'prisma/config'

/** Only `prisma generate` and `prisma migrate deploy` read this; the app passes its own pool to the client. */
export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost/unset' },
})
