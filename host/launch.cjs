// The first file of every npm script. It runs on whatever Node is installed, before anything is, so it is plain old
// JavaScript that needs nothing: it makes the house fit to run (packages, a new enough Node), then hands over.
'use strict'

const { spawn, spawnSync } = require('node:child_process')
const { existsSync, readFileSync } = require('node:fs')
const { createServer } = require('node:net')
const { join } = require('node:path')

const root = join(__dirname, '..')
const wantedNode = [22, 15] // what packages ask for is 22.12; our module hook came with 22.15
const ownNode = '24.21.0'
const servesPort = ['up', 'dev']

main().catch((error) => {
  console.error(`\n✗ ${error.message}\n`)
  process.exitCode = 1
})

async function main() {
  const [command = 'up', ...args] = process.argv.slice(2)
  if (servesPort.includes(command)) await requireFreePort(readPort())
  ensurePackages()
  const node = ensureNode()
  run(node, command, args)
}

/** PORT of the environment, else of .env, else 3000. */
function readPort() {
  const path = join(root, '.env')
  const line = existsSync(path) ? /^PORT\s*=\s*["']?([^"'\s]+)/m.exec(readFileSync(path, 'utf8')) : null
  const text = process.env.PORT || line?.[1] || '3000'
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Error(`PORT is "${text}", which is no port.`)
  return port
}

/** Said first: nobody wants to learn it after two minutes of installing. */
function requireFreePort(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => {
      if (error.code !== 'EADDRINUSE')
        return reject(new Error(`Port ${port} cannot be used: ${error.message}`))
      reject(
        new Error(`Port ${port} is taken. Stop what runs there, or take another: PORT=${port + 1} npm start`),
      )
    })
    probe.listen(port, () => probe.close(resolve))
  })
}

/**
 * `npm ci` would be the word, but it refuses a lock file without the binaries of every other kind of machine, and not
 * every registry has those. So: install by the lock file, leave it alone, and see that what is locked is what came.
 */
function ensurePackages() {
  if (packagesMatch()) return
  step('Installing packages (a minute or two the first time)')
  npm(['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
  if (!packagesMatch()) throw new Error('npm installed other versions than package-lock.json names.')
}

/** npm notes what it installed in a lock file of node_modules; every package we lock must be in it, as locked. */
function packagesMatch() {
  const notes = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(notes)) return false
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const found = JSON.parse(readFileSync(notes, 'utf8')).packages
  return Object.keys(wanted).every((path) => {
    if (path === '') return true
    if (!found[path]) return Boolean(wanted[path].optional) // another machine's kind of binary
    return found[path].version === wanted[path].version
  })
}

/** The Node to run on: this one if it is new enough, else one from npm (a package that is Node itself). */
function ensureNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > wantedNode[0] || (major === wantedNode[0] && minor >= wantedNode[1])) return process.execPath
  const system = process.platform === 'win32' ? 'win' : process.platform
  const name = `node-${system}-${process.arch}`
  const node = join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (!existsSync(node)) {
    step(`Node ${process.versions.node} is too old; fetching ${ownNode} from npm, for this folder only`)
    npm(['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error', `${name}@${ownNode}`])
  }
  if (existsSync(node)) return node
  throw new Error(
    `Node ${wantedNode.join('.')} or newer is needed, and npm has none for ${system}-${process.arch}.`,
  )
}

/** The npm that runs us if there is one, else the one on the PATH. */
function npm(args) {
  const script = process.env.npm_execpath
  const viaScript = Boolean(script && /\.c?js$/.test(script))
  const options = { cwd: root, stdio: 'inherit', shell: !viaScript && process.platform === 'win32' }
  const { status, error } = viaScript
    ? spawnSync(process.execPath, [script, ...args], options)
    : spawnSync('npm', args, options)
  if (error) throw new Error(`npm could not be started: ${error.message}`)
  if (status !== 0) throw new Error(`npm ${args[0]} failed (exit code ${status}); what it said is above.`)
}

/** Hands over, passes signals on, and ends as the command ended. */
function run(node, command, args) {
  const bin = join(root, 'node_modules', '.bin')
  const separator = process.platform === 'win32' ? ';' : ':'
  const child = spawn(node, ['--import', 'tsx', 'host/run.ts', command, ...args], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: bin + separator + process.env.PATH },
  })
  // A terminal's Ctrl-C reaches the child by itself; it stops in order, and we wait for it.
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  if (process.env.npm_lifecycle_event) followParent(() => child.kill('SIGTERM'))
  child.on('error', (error) => {
    console.error(`\n✗ ${node} could not be started: ${error.message}\n`)
    process.exitCode = 1
  })
  child.on('exit', (code, signal) => {
    process.exitCode = code === null ? (signal === 'SIGINT' ? 130 : 1) : code
  })
}

/** npm passes a signal to the shell it started us in, and the shell ends without telling us. */
function followParent(onOrphaned) {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    onOrphaned()
  }, 500)
  watch.unref()
}

function step(text) {
  console.log(`• ${text}`)
}
