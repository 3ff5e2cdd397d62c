import { INVARIANTS } from './invariants'
import { verifyDatabase } from './verify-database'

// `npm run verify`: against DATABASE_URL, or the address given. Exit code 1 on a finding, 2 where it cannot look.
const databaseUrl = process.argv[2] ?? process.env.DATABASE_URL
if (!databaseUrl) {
  console.error('Which database? Set DATABASE_URL or give its address: npm run verify -- postgresql://…')
  process.exit(2)
}

const findings = await verifyDatabase(databaseUrl).catch((error: unknown) => {
  console.error(`The database cannot be checked: ${error instanceof Error ? error.message : error}`)
  process.exit(2)
})
for (const { name, says } of INVARIANTS) {
  const finding = findings.find(({ invariant }) => invariant.name === name)
  console.log(`${finding ? '✗' : '✓'} ${says}${finding ? ` — ${finding.count} against it (${name})` : ''}`)
  for (const example of finding?.examples ?? []) console.log(`    ${JSON.stringify(example)}`)
}
console.log(findings.length === 0 ? 'The database is sound.' : `${findings.length} invariants are broken.`)
process.exit(findings.length === 0 ? 0 : 1)
