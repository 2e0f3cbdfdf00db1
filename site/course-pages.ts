/**
 * The one plugin of the site: turns the written pages into routes. A language is a parent route that holds the frame (header,
 * navigation, footer), so that it stays in place while pages change; each page is a chunk of its own.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LoadContext, Plugin } from '@docusaurus/types'
import type { WrittenSite } from '../manual/site.ts'

export default function coursePages(context: LoadContext, options: unknown): Plugin<WrittenSite> {
  const { written } = options as { written: string }
  const address = (path: string) => `${context.baseUrl}${path}`
  return {
    name: 'course-pages',
    getClientModules: () => [join(written, 'styles.css'), join(context.siteDir, 'src/css/site.css')],
    getPathsToWatch: () => [join(written, '**/*.json')],
    loadContent: async () => JSON.parse(readFileSync(join(written, 'site.json'), 'utf8')) as WrittenSite,
    async contentLoaded({ content, actions }) {
      for (const edition of content.editions) {
        actions.addRoute({
          path: address(edition.path),
          component: '@site/src/manual/Edition.tsx',
          exact: false,
          modules: { edition: join(written, edition.file) },
          routes: [
            ...edition.pages.map((page) => ({
              path: address(edition.path + page.path),
              component: '@site/src/manual/Page.tsx',
              exact: true,
              modules: { page: join(written, page.file) },
            })),
            // Docusaurus writes the 404.html of the top folder itself; build-site.ts moves this one to `<language>/404.html`.
            ...(edition.path === ''
              ? []
              : [{ path: address(`${edition.path}404/`), component: '@site/src/manual/Missing.tsx', exact: true }]),
          ],
        })
      }
    },
    configureWebpack: () => ({ resolve: { alias: { '@written': written } } }),
    injectHtmlTags: ({ content }) => ({ headTags: [{ tagName: 'script', innerHTML: themeScript(content.storageKey) }] }),
  }
}

/** Sets the chosen colours before anything is drawn, so that no page flashes in the wrong ones. */
function themeScript(storageKey: string): string {
  const key = JSON.stringify(`${storageKey}:theme`)
  return `try{var t=localStorage.getItem(${key});if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch(e){}`
}
