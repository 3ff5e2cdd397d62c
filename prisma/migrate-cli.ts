import { migrateDatabase } from './migrate'
import { writeMigration } from './new-migration'

// `npm run migrate` applies what is new to DATABASE_URL; `npm run migrate:new -- <name>` writes the next migration.
const [command, name, flag] = process.argv.slice(2)

if (command === 'new' && name) {
  const path = await writeMigration(name, { empty: flag === '--empty' })
  console.log(path ? `wrote ${path}` : 'the datamodel has not changed since the newest migration')
} else if (command === 'deploy') {
  const url = process.env.DATABASE_URL
  if (!url) throw new Error('DATABASE_URL is not set')
  const applied = await migrateDatabase(url)
  console.log(applied.length > 0 ? applied.map((each) => `applied ${each}`).join('\n') : 'nothing to apply')
} else {
  console.error('usage: npm run migrate | npm run migrate:new -- <name> [--empty]')
  process.exitCode = 2
}
