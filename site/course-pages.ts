/**
 * The one plugin of our own: turns the written pages into routes. A language is a parent route that holds the theme's layout, so that
 * it stays in place while pages change; each page is a chunk of its own.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LoadContext, Plugin } from '@docusaurus/types'
import type { WrittenSite } from '../manual/site.ts'
import { bothDirections } from './both-directions.ts'

export default function coursePages(context: LoadContext, options: unknown): Plugin<WrittenSite> {
  const { written } = options as { written: string }
  const address = (path: string) => `${context.baseUrl}${path}`
  return {
    name: 'course-pages',
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
            ...(edition.path === '' ? [] : [{ path: address(`${edition.path}404/`), component: '@theme/NotFound/Content', exact: true }]),
          ],
        })
      }
    },
    configureWebpack: () => ({
      resolve: {
        alias: {
          '@written': written,
          // The theme asks for its words by id, once a build; here the answer depends on the language of the route.
          '@docusaurus/Translate': join(context.siteDir, 'src/manual/theme-words.tsx'),
          // The theme's colouring of program code, a fifth of all scripts: courses hold none.
          'prism-react-renderer': false,
        },
      },
    }),
    configurePostCss: (settings) => ({ ...settings, plugins: [...settings.plugins, bothDirections] }),
  }
}
