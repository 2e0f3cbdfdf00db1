/** The two scripts of the plain edition as plain scripts, since module scripts do not run from disk. */
import { bundleScript } from './bundle-script.ts'

let bundled: Promise<{ page: string; search: string }> | undefined

/** `manual/static-page.ts` and `manual/static-search.ts`, bundled once; same sources, same text. */
export function bundleStaticScripts(): Promise<{ page: string; search: string }> {
  bundled ??= bundleBoth()
  return bundled
}

async function bundleBoth(): Promise<{ page: string; search: string }> {
  const [page, search] = await Promise.all([bundleScript('manual/static-page.ts'), bundleScript('manual/static-search.ts')])
  return { page: page.code, search: search.code }
}
