import type { Fault } from '@/host/emulators/pusher/faults'
import { startPusherEmulator } from '@/host/emulators/pusher/start'
import type { PlanDraft } from '@/lib/seat-map/plan'

/** The stand-in for Pusher, where the environment says it is. Must run before anything of ours reads the environment. */
export async function openLine() {
  const { PUSHER_APP_ID: id = '', PUSHER_KEY: key = '', PUSHER_SECRET: secret = '' } = process.env
  const server = await startPusherEmulator({ port: 0, app: { id, key, secret } })
  process.env.PUSHER_PORT = String(server.port)
  const control = (path: string, init?: RequestInit) => fetch(`${server.url}/_emulator/${path}`, init)
  return {
    address: { key, host: '127.0.0.1', port: server.port, tls: false },
    break: (...rules: Fault[]) => control('faults', { method: 'POST', body: JSON.stringify({ rules }) }),
    mend: () => control('faults', { method: 'DELETE' }),
    cut: () => control('disconnect?code=4200', { method: 'POST' }),
    close: () => server.close(),
  }
}

export type Line = Awaited<ReturnType<typeof openLine>>

/** A hall of equal sections `A`, `B`, … side by side. */
export function wideDraft(sectionCount: number, rows: number, seatsPerRow: number): PlanDraft {
  const widthCm = 300 + seatsPerRow * 55
  return {
    name: 'Wide hall',
    ...{ width: 200 + sectionCount * widthCm, height: 600 + rows * 90, focus: [100, 100] },
    categories: [{ id: 'cat-1', name: 'Stalls', color: '#e0a030' }],
    decor: [],
    sections: Array.from({ length: sectionCount }, (_, section) => ({
      ...{ name: String.fromCharCode(65 + section), zone: '', kind: 'seated' as const },
      rows: Array.from({ length: rows }, (_, row) => ({
        name: String(row + 1),
        seats: Array.from({ length: seatsPerRow }, (_, seat) => ({
          ...{ number: String(seat + 1), category: 0 },
          ...{ x: 200 + section * widthCm + seat * 55, y: 500 + row * 90 },
        })),
      })),
    })),
  }
}
