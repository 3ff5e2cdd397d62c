import { afterAll, inject } from 'vitest'
import { addressOf, copyDatabase, dropDatabase } from '../postgres/databases'

// Runs before a test file's own imports: whatever reads DATABASE_URL finds a database that only this file writes to.
const adminUrl = inject('adminUrl')
const name = `test_${process.pid}_${process.env.VITEST_POOL_ID}`
await copyDatabase(adminUrl, inject('template'), name)
process.env.DATABASE_URL = addressOf(adminUrl, name)

afterAll(() => dropDatabase(adminUrl, name))
