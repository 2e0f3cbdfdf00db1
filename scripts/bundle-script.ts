/** Browser code of a room bundled into one classic script, since module scripts do not load from disk. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '..')

/** JavaScript for a `<script>` element, with the `sha256-…` a page's content security policy allows it by. */
export interface BundledScript {
  code: string
  hash: string
}

/** Bundles a file, path from the project's folder such as `slides/player/speaker.ts`; same sources, same text. `banner` is put first. */
export async function bundleScript(entry: string, banner = ''): Promise<BundledScript> {
  const { outputFiles } = await build({
    entryPoints: [join(root, entry)],
    // comments with paths in them would differ from folder to folder
    absWorkingDir: root,
    banner: { js: banner },
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
