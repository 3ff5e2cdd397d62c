import { prisma } from '@/lib/platform/db'

/** Whether anybody waits at a performance, or something is set aside there. */
export async function hasLine(performanceId: string): Promise<boolean> {
  const [row] = await prisma.$queryRaw<{ is: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM waiting_entry WHERE performance_id = ${performanceId}::uuid AND status = 'waiting')
      OR EXISTS (SELECT 1 FROM aside_seat WHERE performance_id = ${performanceId}::uuid) AS is`
  return row?.is ?? false
}

/** Performances where something is set aside: somebody has to be called, or it is free for anyone. */
export async function findAsidePerformances(): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ id: string }[]>`SELECT DISTINCT performance_id AS id FROM aside_seat`
  return rows.map(({ id }) => id)
}

/** Performances where anybody waits. */
export async function findLines(): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT performance_id AS id FROM waiting_entry WHERE status = 'waiting'`
  return rows.map(({ id }) => id)
}

/** Whether anybody was called whose time is over. */
export async function findDueCalls(): Promise<boolean> {
  const where = { status: 'called', calledUntil: { lte: new Date() } } as const
  return (await prisma.waitingEntry.count({ where, take: 1 })) > 0
}
