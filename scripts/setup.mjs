#!/usr/bin/env node
// Set-up: packages, a Node of version 24 or later, a browser. Needs nothing but Node 18 and npm; says what it does; a second
// run finds everything there and is silent. `--no-browser` for the commands that print nothing.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser } from './find-browser.mjs'
import { findNode, NODE_FOLDER, NODE_WANTED, nodePackage } from './find-node.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

if (Number(process.versions.node.split('.')[0]) < 18) stop(`Fieldkit's set-up needs Node 18 or later and this is ${process.version}.`)
try {
  bringPackages()
  bringNode()
  if (!process.argv.includes('--no-browser')) bringBrowser()
} catch (error) {
  stop(`Set-up could not go on (${String(error?.message ?? error).split('\n')[0]}): mend that and run the command again.`)
}

function bringPackages() {
  installLocked(root, 'Installing packages (a few minutes the first time)')
}

function bringNode() {
  if (findNode()) return
  if (!nodePackage()) {
    stop(
      `Fieldkit needs Node ${NODE_WANTED} or later and there is no package of it for ${process.platform}-${process.arch}: install it from nodejs.org.`,
    )
  }
  installLocked(NODE_FOLDER, `Bringing Node ${NODE_WANTED} (this is ${process.version})`)
  if (!findNode()) stop(`Node ${NODE_WANTED} could not be brought as an npm package: install it from nodejs.org.`)
}

function bringBrowser() {
  if (findBrowser()) return
  if (process.env.FIELDKIT_BROWSER)
    stop(`FIELDKIT_BROWSER names "${process.env.FIELDKIT_BROWSER}", which cannot be run: name a Chrome, Edge or Chromium.`)
  say('No browser found: trying the one of Playwright')
  quiet(findNode(), [join(root, 'node_modules', 'playwright', 'cli.js'), 'install', 'chromium'], 300_000)
  if (findBrowser()) return
  const apt = aptCommand()
  if (apt) {
    say("Installing the system's package chromium")
    quiet(apt[0], [...apt.slice(1), 'update'], 300_000)
    quiet(apt[0], [...apt.slice(1), 'install', '-y', '--no-install-recommends', 'chromium'], 900_000)
  }
  if (!findBrowser())
    stop('Fieldkit needs a browser to print and found none: install Chrome, Edge or Chromium, or name one in FIELDKIT_BROWSER.')
}

// `npm ci` when the lock file is not the one installed last; the stamp lies inside node_modules, so both go together.
function installLocked(folder, what) {
  const stamp = join(folder, 'node_modules', '.fieldkit-setup')
  const wanted = `${createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex')} ${process.platform}-${process.arch}`
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say(what)
  const ran = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], folder)
  if (ran.status !== 0) {
    stop(
      `The packages could not be installed (${firstLine(ran.stderr) || ran.error?.message || 'npm ci failed'}): ${adviceFor(ran.stderr ?? '')} and run the command again.`,
    )
  }
  writeFileSync(stamp, wanted)
}

function npm(args, cwd) {
  const options = { cwd, encoding: 'utf8', env: { ...process.env, npm_config_yes: 'true' } }
  const cli = process.env.npm_execpath
  // started by another package manager, it is that one's
  if (cli?.endsWith('npm-cli.js')) return spawnSync(process.execPath, [cli, ...args], options)
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
}

function aptCommand() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return null
  if (process.getuid?.() === 0) return ['/usr/bin/env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get']
  const sudo = spawnSync('sudo', ['-n', 'true'])
  return sudo.status === 0 ? ['sudo', '-n', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'] : null
}

function quiet(command, args, timeout) {
  return spawnSync(command, args, { stdio: 'ignore', timeout })
}

function adviceFor(text) {
  if (/ENOSPC|no space left/i.test(text)) return 'free some space on the disk'
  if (/EACCES|EPERM|EROFS/.test(text)) return 'give yourself permission to write this folder'
  return 'check the connection'
}

// What npm says it was, without its codes: "npm error code E…" and "npm error syscall …" go before it.
function firstLine(text) {
  const lines = (text ?? '').split('\n').map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim())
  return lines.find((line) => line !== '' && !/^(code|errno|syscall|path|dest) /.test(line)) ?? ''
}

function say(sentence) {
  process.stdout.write(`set-up: ${sentence} …\n`)
}

function stop(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(3)
}
