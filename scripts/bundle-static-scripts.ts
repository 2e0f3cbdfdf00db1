/** The two scripts of the plain edition as plain scripts, since module scripts do not run from disk. */
import { join } from 'node:path'
import { build } from 'esbuild'

let bundled: Promise<{ page: string; search: string }> | undefined

/** `manual/static-page.ts` and `manual/static-search.ts`, bundled once; same sources, same text. */
export function bundleStaticScripts(): Promise<{ page: string; search: string }> {
  bundled ??= Promise.all(['static-page.ts', 'static-search.ts'].map(bundle)).then(([page = '', search = '']) => ({ page, search }))
  return bundled
}

async function bundle(file: string): Promise<string> {
  const result = await build({
    entryPoints: [join(import.meta.dirname, '..', 'manual', file)],
    bundle: true,
    charset: 'utf8',
    format: 'iife',
    legalComments: 'none',
    logLevel: 'silent',
    minify: true,
    target: ['chrome100', 'firefox100', 'safari15'],
    write: false,
  })
  return result.outputFiles[0]?.text ?? ''
}
