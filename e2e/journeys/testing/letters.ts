import pg from 'pg'

const lob = process.env.LOB_BASE_URL as string
const authorization = `Basic ${Buffer.from(`${process.env.LOB_API_KEY}:`).toString('base64')}`

export type PrintedLetter = { id: string; to: Record<string, string>; metadata: { order?: string } }

/** The letters the printer has of an order. */
export async function readLetters(orderId: string): Promise<PrintedLetter[]> {
  const response = await fetch(`${lob}/v1/letters?limit=100`, { headers: { authorization } })
  const { data } = (await response.json()) as { data: PrintedLetter[] }
  return data.filter(({ metadata }) => metadata.order === orderId)
}

/** Lets something happen to a letter, and the time pass after which the order's page asks for it again. */
export async function happenTo(letter: PrintedLetter, event: string): Promise<void> {
  const body = new URLSearchParams({ event })
  await fetch(`${lob}/_emulator/letters/${letter.id}`, { method: 'POST', body, redirect: 'manual' })
}

/** Lets the printer be asked anew by whoever looks: the worker may have asked a moment before something happened. */
export function askAgain(letter: PrintedLetter): Promise<void> {
  return update(letter, `asked_at = asked_at - interval '1 minute'`)
}

/** Lets a letter be one that was found late, as the worker does after days. */
export function makeLate(letter: PrintedLetter): Promise<void> {
  return update(letter, 'late_at = clock_timestamp()')
}

async function update({ id }: PrintedLetter, change: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  await client.query(`UPDATE posting SET ${change} WHERE letter_id = $1`, [id])
  await client.end()
}
