import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '../..')
const renderer = join(root, 'lib/seat-map/renderer')

export type MapSite = { url: string; close(): void }

/**
 * Serves the map's core on an empty page, without the app around it: `script` (a file that runs in the browser), the
 * worker where the core looks for it, and `files` by path.
 */
export async function serveMapSite(script: string, files: Record<string, string> = {}): Promise<MapSite> {
  const [page, worker] = await Promise.all([bundle(script), bundle(join(renderer, 'tile-worker.ts'))])
  const font = readFileSync(join(root, 'node_modules/geist/dist/fonts/geist-sans/Geist-SemiBold.woff2'))
  const answers: Record<string, [type: string, body: string | Uint8Array]> = {
    '/': ['text/html; charset=utf-8', pageText],
    '/page.js': ['text/javascript', page],
    '/tile-worker.ts': ['text/javascript', worker],
    '/map.woff2': ['font/woff2', font],
  }
  for (const [path, text] of Object.entries(files)) answers[path] = ['application/json', text]
  const server = createServer(({ url = '' }, response) => {
    const [type, body] = answers[url] ?? ['text/plain', '']
    response.writeHead(answers[url] ? 200 : 404, { 'content-type': type }).end(body)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { url: `http://127.0.0.1:${port}/`, close }
}

/**
 * Bytes, minified and gzipped: the core (view, tiles, marks), what comes after its first picture (gestures, keys,
 * fades), and the worker's copy of what draws.
 */
export async function measureCore(): Promise<{ core: number; later: number; worker: number }> {
  const options = { bundle: true, minify: true, splitting: true, format: 'esm', target: 'es2022' } as const
  const entry = join(renderer, 'seat-map-view.ts')
  const { outputFiles, metafile } = await build({
    ...options,
    ...{
      entryPoints: [entry],
      absWorkingDir: root,
      outdir: join(root, '.next'),
      write: false,
      metafile: true,
    },
  })
  const isEager = (name: string): boolean =>
    Boolean(metafile.outputs[name]?.entryPoint?.endsWith('seat-map-view.ts')) ||
    Object.entries(metafile.outputs).some(
      ([from, { imports }]) =>
        imports.some(({ path, kind }) => path === name && kind === 'import-statement') && isEager(from),
    )
  const sizeOf = (text: string) => gzipSync(text, { level: 9 }).length
  // Together, as one file of the page: what one part says, the next need not say again.
  const sum = (isCore: boolean) =>
    sizeOf(
      outputFiles
        .filter(({ path }) => isEager(relative(root, path)) === isCore)
        .map(({ text }) => text)
        .join(''),
    )
  return {
    core: sum(true),
    later: sum(false),
    worker: sizeOf(await bundle(join(renderer, 'tile-worker.ts'))),
  }
}

async function bundle(entry: string): Promise<string> {
  const options = { bundle: true, minify: true, format: 'esm', target: 'es2022', write: false } as const
  const { outputFiles } = await build({ ...options, entryPoints: [entry], absWorkingDir: root })
  return outputFiles[0]?.text ?? ''
}

const pageText = `<!doctype html><meta name="viewport" content="width=device-width, initial-scale=1">
<style>
@font-face { font-family: Map; src: url(/map.woff2); font-weight: 1 999 }
html, body { margin: 0; height: 100%; overflow: hidden; background: #0b0b0f }
canvas, svg { position: absolute; inset: 0; width: 100%; height: 100%; touch-action: none }
</style><body><script type="module" src="/page.js"></script>`
