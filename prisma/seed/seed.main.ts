import { pool } from '@/lib/platform/db'
import { isSeeded, seedDatabase } from './seed'

// `tsx prisma/seed/seed.main.ts`, with the app's environment. Prints the demo sign-ins as JSON, once.
try {
  if (await isSeeded()) console.error('The database is not empty: nothing was seeded.')
  else console.log(JSON.stringify(await seedDatabase(), null, 2))
} finally {
  await pool.end()
}
