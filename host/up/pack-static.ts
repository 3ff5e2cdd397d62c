import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'

const compress = promisify(brotliCompress)

/** Kinds of files that pack well; fonts are packed already. */
const packs = /\.(js|css)$/

/** Puts a brotli version beside each script and style sheet below `dir`: as small as can be, because it is done once a build. */
export async function packStatic(dir: string): Promise<void> {
  const names = await readdir(dir, { recursive: true })
  await Promise.all(names.filter((name) => packs.test(name)).map((name) => packFile(join(dir, name))))
}

async function packFile(path: string): Promise<void> {
  await writeFile(`${path}.br`, await compress(await readFile(path)))
}
