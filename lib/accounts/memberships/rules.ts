import type { Role } from '../types'

/** What each role may do: its own work, and the owner everything. A manager may also stand at the door. */
const MAY: Record<Role, readonly Role[]> = {
  owner: ['owner', 'manager', 'finance', 'door'],
  manager: ['manager', 'door'],
  finance: ['finance'],
  door: ['door'],
}

/** Whether a role suffices for something that needs `need`, or any one of several. */
export function roleSuffices(role: Role, need: Role | readonly Role[]): boolean {
  return [need].flat().some((one) => MAY[role].includes(one))
}
