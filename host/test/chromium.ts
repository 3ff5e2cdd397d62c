import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The Chromium (or Chrome) of this machine, or null. */
export function findChromium(): string | null {
  return places.find((path) => existsSync(path)) ?? null
}

/** Installs Chromium from the Debian packages where there is none; needs root, and says so. */
export function ensureChromium(): string {
  const found = findChromium()
  if (found) return found
  const how = 'The browser tests need Chromium. Install it (Debian: apt-get install chromium) and run again.'
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).error) throw new Error(how)
  console.log('• Installing Chromium (apt-get)')
  const options = { stdio: 'inherit' as const, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  try {
    execFileSync('apt-get', ['update', '-qq'], options)
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options)
  } catch (cause) {
    throw new Error(how, { cause })
  }
  const installed = findChromium()
  if (!installed) throw new Error(how)
  return installed
}
