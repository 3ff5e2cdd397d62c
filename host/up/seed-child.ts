import { seedDatabase } from '../../prisma/seed/seed'

// A process of its own: what it imports reads the environment as it loads, and keeps connections open.
const summary = await seedDatabase()
process.send?.(summary, () => process.exit())
