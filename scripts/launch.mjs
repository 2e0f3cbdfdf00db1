#!/usr/bin/env node
// Starts Fieldkit on Node 24 or later: this Node where it is new enough, else the one that set-up brought.
// Plain JavaScript that any Node from 18 can run.
//   launch.mjs <verb> …                 the command line (scripts/fieldkit.ts)
//   launch.mjs --run FILE …             another TypeScript file of the project
//   launch.mjs --run-bin PKG BIN …      the command BIN of an installed package
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findNode, NODE_WANTED } from './find-node.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const node = findNode()

if (!node) {
  stop(`Fieldkit needs Node ${NODE_WANTED} or later and this is ${process.version}: run "npm run setup", which brings one.`)
}
if (!existsSync(join(root, 'node_modules', 'unified'))) {
  stop('The packages of Fieldkit are not installed yet: run "npm run setup" first.')
}

const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...commandLine(process.argv.slice(2))], {
  stdio: 'inherit',
  env: {
    // what Node has compiled once (types stripped) is kept, so that a check starts a third faster
    NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'),
    ...process.env,
    // tools started below with "#!/usr/bin/env node" must meet the same Node
    PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
  },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('error', (error) => stop(`Node could not be started: ${error.message}.`))
child.on('exit', (code, signal) => {
  if (code === null && signal !== 'SIGINT' && signal !== 'SIGTERM') {
    process.stderr.write(`Stopped from outside (${signal}), perhaps for want of memory: close some programs and run the command again.\n`)
  }
  process.exitCode = code ?? 3
})

function commandLine([first, ...rest]) {
  if (first === '--run') return [resolve(root, rest[0] ?? ''), ...rest.slice(1)]
  if (first === '--run-bin') return [binOf(rest[0], rest[1]), ...rest.slice(2)]
  return [join(root, 'scripts', 'fieldkit.ts'), ...(first === undefined ? [] : [first]), ...rest]
}

function binOf(name, bin) {
  const folder = join(root, 'node_modules', name)
  const { bin: bins } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bins === 'string' ? bins : bins[bin])
}

function stop(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(3)
}
