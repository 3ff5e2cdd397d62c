import { join } from 'node:path'
import { findFreePort } from '../ports'
import { buildApp, generateClient, root } from '../up/build'
import { runScript } from '../up/scripts'
import { seedWhenEmpty } from '../up/seed'
import { startServer, stopServer } from '../up/serve'
import { startStack } from '../up/stack'
import { wipeDataDir } from '../up/wipe'
import { ensureChromium } from './chromium'

/** `npm run lighthouse`: a production build, seeded and served in .data/lighthouse, and its pages looked at. */
export async function runLighthouse(args: string[], signal: AbortSignal): Promise<number> {
  ensureChromium()
  const dataDir = join(root, '.data/lighthouse')
  await wipeDataDir(dataDir)
  await generateClient(signal)
  const stack = await startStack({ dataDir, settings: {}, port: await findFreePort(), durable: false })
  try {
    await seedWhenEmpty(stack.env, dataDir)
    await buildApp(stack.env, signal)
    const server = await startServer(stack.env, false)
    try {
      return await runScript('e2e/lighthouse/run.ts', args, stack.env)
    } finally {
      await stopServer(server)
    }
  } finally {
    await stack.stop()
  }
}
