import { findSeatMap } from '@/lib/events/seat-maps/queries'
import type { SeatMap } from '@/lib/seat-map/decode-plan'
import { createTestPerformance } from '@/prisma/testing'
import { benchAvailability } from './availability'
import { drawLargeBowl } from './bowl-draft'
import { benchClaims } from './claims'
import { benchDoors } from './doors'
import { startLoader } from './load'
import { startServers } from './servers'

/** Prints the tables of the groups wanted, all about one performance in a bowl of 100,000 seats. */
export async function benchAll(
  { databaseUrl, dataDir }: { databaseUrl: string; dataDir: string },
  wanted: ReadonlySet<string>,
): Promise<void> {
  const hall = await createTestPerformance({ draft: drawLargeBowl() })
  if (wanted.has('claims')) await benchClaims(databaseUrl, hall)
  if (!wanted.has('doors') && !wanted.has('availability')) return
  const map = (await findSeatMap(hall.seatMapId)) as SeatMap
  const servers = await startServers(dataDir)
  const loader = startLoader()
  try {
    if (wanted.has('doors')) await benchDoors(servers, loader, hall, map)
    if (wanted.has('availability')) await benchAvailability(servers, loader, hall, map)
  } finally {
    await loader.stop()
    await servers.stop()
  }
}
