import { get } from 'node:http'

/** One answer in brotli: how long until its last byte, and how many bytes came over the wire. */
export function readPacked(url: string): Promise<{ tookMs: number; bytes: number }> {
  const start = performance.now()
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br' } }, (answer) => {
      const { statusCode, headers } = answer
      let bytes = 0
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      answer.on('error', reject)
      answer.on('end', () => {
        if (statusCode === 200 && headers['content-encoding'] === 'br')
          resolve({ tookMs: performance.now() - start, bytes })
        else reject(new Error(`${url} answered ${statusCode}, ${headers['content-encoding'] ?? 'plain'}`))
      })
    }).on('error', reject)
  })
}
