/**
 * Builds the Docusaurus site of a course: writes its pages, styles, fonts and search indexes into a working folder and runs `docusaurus
 * build` on the app in `site/`. When nothing that goes in has changed since the last time, the site built then is used again.
 */

import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { delimiter, dirname, join, resolve } from 'node:path'
import { build as bundle } from 'esbuild'
import { contentCss } from '../look/content.ts'
import { logoCss, logoFiles } from '../look/logo.ts'
import { lookOf } from '../look/look.ts'
import { pageCss } from '../look/page.ts'
import { type Look, tokensCss } from '../look/tokens.ts'
import { type SiteSource, writeSite } from '../manual/site.ts'
import { EnvironmentProblem } from './environment-problem.ts'
import { fontBytes, fontFaceCss } from './read-fonts.ts'

export interface SiteJob {
  /** One a language, the source language first. */
  sources: readonly SiteSource[]
  /** Where the site goes; replaced as a whole. */
  folder: string
  /** Working folder, kept between builds, such as `.fieldkit/site`; one build at a time may use it. */
  work: string
  /** Path the site is served under, with a slash at both ends. By default `/site/`, where `fieldkit serve` shows `dist/site/`. */
  baseUrl?: string
  signal?: AbortSignal
}

export interface BuiltSite {
  /** True where nothing had changed and the last site was used again. */
  reused: boolean
  /** Number of pages, all languages together. */
  pages: number
}

/** Browsers of spring 2023 and later: the first that mix colours and know `:has` or `dialog` alike. */
const BROWSERS = 'chrome >= 111, edge >= 111, firefox >= 113, safari >= 16.4'

const root = join(import.meta.dirname, '..')
const app = join(root, 'site')
const endWithParent = new URL('./end-with-parent.mjs', import.meta.url).href

/**
 * Builds or reuses. Throws EnvironmentProblem where the machine is the cause (disk, memory), and Error where the site itself
 * cannot be built; the whole report of Docusaurus is then in `<work>/docusaurus.log`.
 */
export async function buildSite({ sources, folder, baseUrl = '/site/', signal, ...job }: SiteJob): Promise<BuiltSite> {
  const work = resolve(job.work)
  const files = await inputs(sources, baseUrl)
  const pages = [...files.keys()].filter((path) => /^[^/]+\/\d+\.json$/.test(path)).length
  const key = keyOf(files, await appFiles())
  const built = join(work, 'built')
  const reused = (await readFile(join(work, 'key'), 'utf8').catch(() => '')) === key
  if (!reused) {
    await rm(join(work, 'key'), { force: true })
    await writeFolder(join(work, 'written'), files)
    await runDocusaurus(work, join(work, 'building'), signal)
    await rm(built, { recursive: true, force: true })
    await moveMissingPages(join(work, 'building'), sources)
    await rename(join(work, 'building'), built)
    await writeFile(join(work, 'key'), key)
  }
  await rm(folder, { recursive: true, force: true })
  await cp(built, folder, { recursive: true })
  return { reused, pages }
}

/** What Docusaurus alone needs for the pages last written to `work`, nothing hashed, kept or moved: the measure that `bench` sets against `buildSite`. */
export async function bareSiteBuild(work: string): Promise<void> {
  const bare = join(resolve(work), 'bare')
  await runDocusaurus(resolve(work), bare)
  await rm(bare, { recursive: true })
}

// ---- what goes in -------------------------------------------------------------------------------------------------

type Files = Map<string, string | Uint8Array>

async function inputs(sources: readonly SiteSource[], baseUrl: string): Promise<Files> {
  const languages = sources.map(({ course }) => course.language)
  // one style sheet for all languages
  const look = lookOf(sources[0]?.course.look ?? null)
  const files: Files = new Map<string, string | Uint8Array>(writeSite(sources, baseUrl))
  files.set(
    'styles.css',
    [fontFaceCss(look, languages, 'link'), tokensCss(look), contentCss, pageCss, siteLogoCss(look)].filter(Boolean).join('\n'),
  )
  for (const [name, bytes] of fontBytes(look, languages)) files.set(`fonts/${name}`, bytes)
  files.set('search.mjs', await searchModule())
  files.set('static/favicon.svg', favicon(look))
  for (const [name, bytes] of logoFiles(look.logo)) files.set(`static/${name}`, bytes)
  return files
}

/** manual/search.ts with what it needs, as one module for the browser: the app reads written files only. */
async function searchModule(): Promise<string> {
  const { outputFiles } = await bundle({
    entryPoints: [join(root, 'manual/search.ts')],
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}

/** A ruled sheet in the colour of covers; as plain as the pages. */
function favicon({ colour }: Look): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="${colour.light.brand}" d="M4 2h24v28H4z"/><path fill="#fff" d="M8 8h16v3H8zm0 7h16v2H8zm0 5h11v2H8z"/></svg>`
}

function siteLogoCss({ logo }: Look): string {
  return logo
    ? `${logoCss(logo)}.navbar__mark { --logo: 2.5rem; display: inline-block; vertical-align: middle; margin-inline-end: var(--space-3); }\n`
    : ''
}

/** The app's own files and the versions it is built with. */
async function appFiles(): Promise<Files> {
  const names = (await readdir(app, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(ts|tsx|css)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('node_modules'))
  const files: Files = new Map()
  for (const name of [...names, join(root, 'package-lock.json')]) files.set(name.slice(root.length), await readFile(name))
  return files
}

function keyOf(...maps: Files[]): string {
  const hash = createHash('sha256').update(process.version)
  for (const files of maps) {
    for (const [path, contents] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
      hash.update(`\0${path}\0${contents.length}\0`).update(contents)
    }
  }
  return hash.digest('hex')
}

async function writeFolder(folder: string, files: Files): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  for (const [path, contents] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), contents)
  }
}

// ---- Docusaurus ---------------------------------------------------------------------------------------------------

async function runDocusaurus(work: string, building: string, signal?: AbortSignal): Promise<void> {
  await rm(building, { recursive: true, force: true })
  const bin = join(root, 'node_modules/@docusaurus/core/bin/docusaurus.mjs')
  const settings = {
    FIELDKIT_WRITTEN: join(work, 'written'),
    DOCUSAURUS_GENERATED_FILES_DIR_NAME: join(work, 'generated'),
    // Minifying the HTML saves little once it is compressed, and it reads text such as "a < b" as a mistake.
    SKIP_HTML_MINIFICATION: 'true',
    NO_UPDATE_NOTIFIER: '1',
    // Without this, logical properties are rewritten for browsers of before 2021 by a guess at the direction, which fails on dir=rtl.
    BROWSERSLIST: BROWSERS,
    NODE_ENV: 'production',
  }
  // What Docusaurus generates is CommonJS; without this it would take its kind from a package.json above.
  await writeFile(join(work, 'package.json'), '{}\n')
  const { code, output } = await run([bin, 'build', 'site', '--out-dir', building], settings, signal)
  await writeFile(join(work, 'docusaurus.log'), output)
  if (code === 0) return
  if (/ENOSPC|no space left/i.test(output))
    throw new EnvironmentProblem(`The disk is full, so the site could not be built: make room and build again.`)
  if (code === null)
    throw new EnvironmentProblem('The building of the site was stopped from outside, perhaps for want of memory: build again.')
  throw new Error(`The site could not be built (${reason(output)}); the whole report is in ${join(work, 'docusaurus.log')}.`)
}

function run(
  args: string[],
  settings: Record<string, string>,
  signal: AbortSignal | undefined,
): Promise<{ code: number | null; output: string }> {
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, ['--import', endWithParent, ...args], {
      cwd: root,
      // Workers of Docusaurus that call "node" must meet this Node too.
      env: { ...process.env, ...settings, PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}` },
      stdio: ['pipe', 'pipe', 'pipe'],
      ...(signal ? { signal } : {}),
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.on('error', fail)
    child.on('close', (code) => settle({ code, output }))
  })
}

/** Docusaurus makes `404.html` for the top folder alone; web servers and `serve` look for the nearest one. */
async function moveMissingPages(building: string, sources: readonly SiteSource[]): Promise<void> {
  for (const { course } of sources.slice(1)) {
    const folder = join(building, course.language)
    await rename(join(folder, '404/index.html'), join(folder, '404.html'))
    await rm(join(folder, '404'), { recursive: true })
  }
}

/** The innermost cause that Docusaurus names, and for dead links the first page with its first link. */
function reason(output: string): string {
  // without the colour codes of a terminal
  const plain = output.replace(/\u001b\[[\d;]*m/g, '')
  const [, page, link] = /source page path = (\S+):\s+-> linking to (\S+)/.exec(plain) ?? []
  if (page && link) return `the page ${page} links to ${link}, which is not there`
  const causes = [...plain.matchAll(/Error: (.+)/g)].map(([, text]) => text ?? '')
  return (causes.at(-1) ?? 'no reason given').slice(0, 200)
}
