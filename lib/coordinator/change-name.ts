import { nameSchema } from '@/lib/accounts/users/schema'
import { setName } from '@/lib/accounts/users/store'
import { ok, type Result, refuse } from '@/lib/platform/result'

/** Changes the name of an account; tickets that are out keep theirs. `invalid` where it cannot be shown. */
export async function changeName(asked: { userId: string; name: string }): Promise<Result<null, 'invalid'>> {
  const name = nameSchema.safeParse(asked.name)
  if (!name.success) return refuse('invalid', { errors: [{ path: 'name', message: 'Cannot be shown' }] })
  await setName(asked.userId, name.data)
  return ok(null)
}
