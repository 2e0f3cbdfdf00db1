/** The player of the interactive worksheets, bundled into one classic script, since module scripts do not load from disk. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { SheetScript } from '../worksheets/interactive.ts'

const root = join(import.meta.dirname, '..')
let bundled: Promise<SheetScript> | undefined

/** The player with the hash its page allows it by; bundled once. */
export function bundleSheetPlayer(): Promise<SheetScript> {
  bundled ??= bundle()
  return bundled
}

async function bundle(): Promise<SheetScript> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'worksheets', 'player', 'player.ts')],
    absWorkingDir: root,
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: ['chrome109', 'firefox115', 'safari16'],
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  })
  const code = (outputFiles[0]?.text ?? '').trim().replaceAll('</script', '<\\/script')
  return { code, hash: `sha256-${createHash('sha256').update(code).digest('base64')}` }
}
