import { expect, it } from 'vitest'
import { newId } from '@/lib/platform/ids'
import { findOrder } from './queries'

it.each(['\0', 'tbo_guessed', `tbo_${'a'.repeat(43)}`, `tbo_${'a'.repeat(42)}\0`])(
  'the key %j opens no order, and asking with it is no error',
  async (key) => {
    expect(await findOrder(newId(), { key })).toBeNull()
  },
)
