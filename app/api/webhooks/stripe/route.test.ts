import { expect, it } from 'vitest'
import { POST } from './route'

/** A body whose length nobody was told. */
function send(chunks: number): Promise<Response> {
  let left = chunks
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (left === 0) return controller.close()
      left -= 1
      controller.enqueue(new Uint8Array(64 * 1024))
    },
  })
  const init = { method: 'POST', body, duplex: 'half' } as RequestInit
  return POST(new Request('http://localhost:3000/api/webhooks/stripe', init))
}

it('what is larger than any event is too large, also where its length was not told', async () => {
  expect((await send(9)).status).toBe(413)
})

it('what nobody signed is malformed', async () => {
  expect((await send(1)).status).toBe(400)
})
