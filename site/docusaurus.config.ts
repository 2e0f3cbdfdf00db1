import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Options, ThemeConfig } from '@docusaurus/preset-classic'
import type { Config, PluginModule } from '@docusaurus/types'
import type { WrittenSite } from '../manual/site.ts'
import coursePages from './course-pages.ts'

// Everything that is shown is written beforehand (scripts/build-site.ts); this folder holds the app alone.
const written = resolve(process.env.FIELDKIT_WRITTEN ?? '../.fieldkit/site')
const site = readSite(join(written, 'site.json'))

// One build for all languages: they are routes (`/`, `/fr/`, `/ar/`), so scripts are bundled once and shared, where Docusaurus'
// own i18n would bundle everything again for each language. See course-pages.ts.
const language = site.editions[0]?.language ?? 'en'

/** The classic theme carries the pages: layout, colour mode, navbar, drawer, sidebar, contents, paginator, footer. Its look is ours: src/theme, src/css. */
const theme: Options['theme'] = {
  customCss: [join(written, 'styles.css'), './src/css/infima.css', './src/css/frame.css', './src/css/search.css', './src/css/focus.css'],
}

const config: Config = {
  title: site.title,
  // Asked for by Docusaurus; nothing of ours prints it.
  url: 'https://fieldkit.invalid',
  baseUrl: site.baseUrl,
  baseUrlIssueBanner: false,
  trailingSlash: true,
  favicon: 'favicon.svg',
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  onDuplicateRoutes: 'throw',
  i18n: {
    defaultLocale: language,
    locales: [language],
    // Each page says its own direction (Edition.tsx). "rtl" here would make the theme mirror all styles, which both-directions.ts makes needless.
    localeConfigs: { [language]: { direction: 'ltr' } },
  },
  // Storage is kept by host name, which several courses may share.
  storage: { type: 'localStorage', namespace: site.storageKey },
  staticDirectories: [join(written, 'static')],
  presets: [
    [
      'classic',
      // The pages do not come from Markdown a second time: the docs plugin would parse what the course's reader has parsed, by another grammar.
      // course-pages.ts gives the written pages to the theme in the shape the docs plugin gives it documents.
      { docs: false, blog: false, pages: false, sitemap: false, svgr: false, debug: false, theme } satisfies Options,
    ],
  ],
  plugins: [[coursePages as PluginModule, { written }]],
  themeConfig: {
    colorMode: { respectPrefersColorScheme: true },
  } satisfies ThemeConfig,
  future: {
    v4: {
      removeLegacyPostBuildHeadAttribute: true,
      // Infima and the theme's styles lie in layers below ours, whatever their selectors.
      useCssCascadeLayers: true,
    },
    faster: {
      swcJsLoader: true,
      swcJsMinimizer: true,
      swcHtmlMinimizer: true,
      lightningCssMinimizer: true,
      rspackBundler: true,
      // It takes modules of another course for this one's when both are built from here, and saves less than a second.
      rspackPersistentCache: false,
      // Threads cost more than they bring below a few hundred pages; there is no MDX and no Git history to read.
      ssgWorkerThreads: false,
      mdxCrossCompilerCache: false,
      gitEagerVcs: false,
    },
  },
}

export default config

function readSite(file: string): WrittenSite {
  if (!existsSync(file)) throw new Error(`There is no ${file}: the pages are written by "npm run build", or by scripts/build-site.ts.`)
  return JSON.parse(readFileSync(file, 'utf8')) as WrittenSite
}
