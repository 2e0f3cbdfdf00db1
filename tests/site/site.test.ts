/** The built site in a real browser: the course of this repository and the Arabic one. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toText } from 'hast-util-to-text'
import type { Browser, BrowserContextOptions, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Course } from '../../course/course.ts'
import { readCourse } from '../../course/read-course.ts'
import { openBrowser } from '../../scripts/browser.ts'
import { buildSite } from '../../scripts/build-site.ts'
import { readSources } from '../../scripts/read-sources.ts'
import { axe } from '../axe.ts'
import { type SiteUnderTest, siteOf } from './site-under-test.ts'

const root = join(import.meta.dirname, '../..')

let browser: Browser
let site: SiteUnderTest
let arabic: SiteUnderTest
let english: Course
beforeAll(async () => {
  browser = await openBrowser()
  english = (await readCourse(await readSources(root), { citations: 'unformatted' })).courses.get('en') as Course
  site = await siteOf(root)
  arabic = await siteOf(join(root, 'tests/courses/arabic'))
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await arabic?.close()
})

/** One page of each kind; the last is a translation, and stands among pages that are not translated. */
const KINDS = [
  '',
  'planning/',
  'planning/planning-horizons/',
  'annexes/annex-coverage/',
  'glossary/',
  'works-cited/',
  'lists/',
  'fr/recognition/recognition-prior-learning/',
]

// ---- reading the built files --------------------------------------------------------------------------------------

/** Addresses of all pages, such as `fr/planning/`. */
function pagesOf({ folder }: SiteUnderTest): string[] {
  return readdirSync(join(folder, 'site'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('index.html'))
    .map((path) => path.replaceAll('\\', '/').slice(0, -'index.html'.length))
    .sort()
}

function documentOf({ folder }: SiteUnderTest, path: string): Nodes {
  return fromHtml(readFileSync(join(folder, 'site', path, 'index.html'), 'utf8'))
}

function elementsOf(node: Nodes, wanted: (element: Element) => boolean): Element[] {
  const own = node.type === 'element' && wanted(node) ? [node] : []
  return 'children' in node ? [...own, ...node.children.flatMap((child) => elementsOf(child, wanted))] : own
}

const idsOf = (document: Nodes): Set<unknown> =>
  new Set(elementsOf(document, ({ properties }) => 'id' in properties).map(({ properties }) => properties.id))

// ---- a page in the browser ----------------------------------------------------------------------------------------

interface Visit {
  page: Page
  /** Console errors, page errors and failed requests so far. */
  troubles: string[]
  /** Every address asked for that is not on this machine. */
  outside: string[]
}

async function visit(settings: BrowserContextOptions, work: (visit: Visit) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...settings })
  const page = await context.newPage()
  const troubles: string[] = []
  const outside: string[] = []
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && troubles.push(message.text()))
  page.on('pageerror', (error) => troubles.push(error.message))
  context.on('request', (request) => !/^(http:\/\/127\.0\.0\.1:\d+\/|data:|blob:)/.test(request.url()) && outside.push(request.url()))
  context.on('response', (response) => response.status() >= 400 && troubles.push(`${response.status()} ${response.url()}`))
  try {
    await work({ page, troubles, outside })
  } finally {
    await context.close()
  }
}

async function openPage(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.locator('html[data-has-hydrated=true]').waitFor({ state: 'attached' })
}

// ---- tests --------------------------------------------------------------------------------------------------------

describe('every page', () => {
  test('stands in the built folder, in every language', () => {
    const pages = pagesOf(site)
    expect(pages.length).toBe(site.built.pages)
    for (const path of KINDS) expect(pages).toContain(path)
    expect(pages.filter((path) => path.startsWith('fr/')).length).toBe(pages.length / 2)
    for (const path of ['404.html', 'fr/404.html']) expect(existsSync(join(site.folder, 'site', path))).toBe(true)
  })

  test('has its text, one h1 and a title without any script, and keeps the places it was written at', () => {
    for (const under of [site, arabic]) {
      for (const path of pagesOf(under)) {
        const document = documentOf(under, path)
        const main = elementsOf(document, ({ tagName }) => tagName === 'main')
        expect([path, main.length]).toEqual([path, 1])
        expect([path, elementsOf(document, ({ tagName }) => tagName === 'h1').length]).toEqual([path, 1])
        expect(toText(main[0] as Element).length, path).toBeGreaterThan(100)
        expect(toText(elementsOf(document, ({ tagName }) => tagName === 'title')[0] as Element), path).toMatch(/\S · \S/)
      }
    }
    const block = documentOf(site, 'planning/planning-horizons/')
    const places = elementsOf(block, ({ properties }) => 'dataSource' in properties).map(({ properties }) => String(properties.dataSource))
    expect(places.length).toBeGreaterThan(30)
    for (const place of places) expect(place).toMatch(/^modules\/01-planning\/1-horizons\.md:\d+$/)
  })

  test('leads only to pages, anchors and files that are there', () => {
    const known = new Map(pagesOf(site).map((path) => [path, idsOf(documentOf(site, path))]))
    const dead: string[] = []
    for (const path of known.keys()) {
      for (const { properties } of elementsOf(
        documentOf(site, path),
        ({ tagName, properties }) => tagName === 'a' && typeof properties.href === 'string',
      )) {
        const { origin, pathname, hash } = new URL(String(properties.href), `${site.address}${path}`)
        if (origin !== new URL(site.address).origin) continue
        const to = known.get(decodeURI(pathname).replace(/^\/site\//, ''))
        if (!to || (hash && !to.has(decodeURIComponent(hash.slice(1))))) dead.push(`${path} -> ${properties.href}`)
      }
    }
    expect(dead).toEqual([])
  })

  test('opens without a console error and without a request that leaves the machine', async () => {
    await visit({}, async ({ page, troubles, outside }) => {
      for (const under of [site, arabic]) {
        for (const path of pagesOf(under)) {
          await openPage(page, under.address + path)
          expect([path, troubles, outside]).toEqual([path, [], []])
        }
      }
    })
  }, 120_000)

  test('fetches no other page before the reader points at a link to it', async () => {
    await visit({}, async ({ page }) => {
      const chunks: string[] = []
      page.on('request', (request) => /\/assets\/js\//.test(request.url()) && chunks.push(request.url()))
      await openPage(page, site.address)
      await page.waitForLoadState('networkidle')
      const first = chunks.length
      await page.mouse.move(5, 5)
      await page.waitForTimeout(300)
      expect(chunks.length).toBe(first)
      await page.locator('.menu__link', { hasText: 'Glossary' }).hover()
      await expect.poll(() => chunks.length).toBeGreaterThan(first)
    })
  })

  test('without script the contents stand above the text, on a phone as well', async () => {
    await visit({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } }, async ({ page }) => {
      await page.goto(`${site.address}planning/planning-horizons/`)
      const contents = await page.locator('.menu').boundingBox()
      const main = await page.locator('main').boundingBox()
      expect([contents, main].map((box) => box && box.width > 340)).toEqual([true, true])
      expect(main?.y).toBeGreaterThan((contents?.y ?? 0) + (contents?.height ?? 0) - 1)
      await page.locator('.menu__link', { hasText: 'Glossary' }).click()
      await page.waitForURL('**/site/glossary/')
    })
  })

  test('carries imprint, disclaimer, version and fingerprint', async () => {
    await visit({}, async ({ page }) => {
      await openPage(page, `${site.address}glossary/`)
      const colophon = await page.locator('footer').textContent()
      expect(colophon).toMatch(/0\.1\.0\s*[0-9a-f]{8}/)
      expect(colophon).toContain('Draft for validation in pilot countries')
      expect(colophon).toContain('does not express the official position')
    })
  })
})

describe('languages', () => {
  test('the switch leads to the same page in the other language and back', async () => {
    await visit({}, async ({ page, troubles }) => {
      await openPage(page, `${site.address}recognition/recognition-prior-learning/`)
      await page.getByRole('link', { name: 'Français' }).click()
      await page.waitForURL('**/site/fr/recognition/recognition-prior-learning/')
      await page.locator('html[lang=fr]').waitFor({ state: 'attached' })
      await page.getByRole('link', { name: 'English' }).click()
      await page.waitForURL('**/site/recognition/recognition-prior-learning/')
      await page.locator('html[lang=en]').waitFor({ state: 'attached' })
      expect(troubles).toEqual([])
    })
  })

  test('Arabic runs from right to left, the contents at the right', async () => {
    await visit({ viewport: { width: 1280, height: 800 } }, async ({ page }) => {
      await openPage(page, arabic.address)
      expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual(['ar', 'rtl'])
      const contents = await page.locator('.menu').boundingBox()
      const main = await page.locator('main').boundingBox()
      expect(contents?.x).toBeGreaterThan((main?.x ?? 0) + (main?.width ?? 0) - 1)
      const borders = await page
        .locator('.theme-doc-sidebar-container')
        .evaluate((box) => [getComputedStyle(box).borderLeftWidth, getComputedStyle(box).borderRightWidth])
      expect(borders).toEqual(['1px', '0px'])
    })
  })

  test('what the theme itself says, it says in the language of the page', async () => {
    for (const width of [1280, 390]) {
      await visit({ viewport: { width, height: 800 } }, async ({ page }) => {
        for (const path of ['', 'cold/', 'cold/cold-power/', 'none/']) {
          await openPage(page, arabic.address + path)
          if (width < 997) await page.locator('.navbar__toggle').click()
          const said = await page.evaluate(() => {
            const named = [...document.querySelectorAll('[aria-label], [title]')]
              .filter((element) => !element.closest('.flesh'))
              .map((element) => element.getAttribute('aria-label') ?? element.getAttribute('title') ?? '')
            const controls = [...document.querySelectorAll('button, .menu, .pagination-nav__sublabel, .skip-link, .on-this-page-title')]
            return [...named, ...controls.map((element) => element.textContent ?? '')]
          })
          expect(said.length).toBeGreaterThan(8)
          expect(
            said.filter((text) => /[a-z]/i.test(text)),
            `${path} at ${width}`,
          ).toEqual([])
        }
      })
    }
  })

  test('the theme’s styles know neither left nor right', () => {
    const folder = join(arabic.folder, 'site/assets/css')
    const styles = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
    expect(styles.join('')).toContain('.menu__link')
    expect(styles.join('').match(/[;{](?:(?:margin|padding|border)-(?:left|right)\b|(?:left|right):)[^;}]*/g) ?? []).toEqual([])
  })

  test('what is not there says so in the language of its address', async () => {
    await visit({}, async ({ page }) => {
      for (const [path, words] of [
        ['no/such/page/', 'There is no such page'],
        ['fr/aucune/page/', 'Cette page n’existe pas'],
      ] as const) {
        const answer = await page.goto(site.address + path)
        expect(answer?.status()).toBe(404)
        expect(await page.locator('h1').textContent()).toBe(words)
      }
    })
  })
})

describe('search', () => {
  /** A word of each module's blocks that stands in no other module: what only search over the whole text can find. */
  test('finds a word of every module, and the hit leads to it', async () => {
    await visit({}, async ({ page, troubles, outside }) => {
      for (const [module, word] of rareWords()) {
        await openPage(page, site.address)
        await page.getByRole('button', { name: 'Search' }).click()
        await page.getByRole('searchbox').fill(word)
        const hit = page.locator('.search-hits a').first()
        await hit.waitFor()
        expect(await hit.getAttribute('href'), word).toContain(`/site/${module}/`)
        await hit.click()
        await page.waitForURL(`**/site/${module}/**`)
        await expect.poll(async () => (await page.locator('main').textContent())?.toLowerCase(), { message: word }).toContain(word)
      }
      expect([troubles, outside]).toEqual([[], []])
    })
  })

  test('fetches nothing before it is asked for', async () => {
    await visit({}, async ({ page }) => {
      const asked: string[] = []
      page.on('request', (request) => asked.push(new URL(request.url()).pathname))
      await openPage(page, site.address)
      expect(asked.filter((path) => path.includes('/search/'))).toEqual([])
      await page.keyboard.press('Control+k')
      await page.getByRole('searchbox').fill('mobility')
      await page.locator('.search-hits a').first().waitFor()
      expect(asked.filter((path) => path.includes('/search/'))).toEqual(['/site/search/en.json'])
    })
  })

  test('says so when nothing is found, and in Arabic finds words with and without their article', async () => {
    await visit({}, async ({ page }) => {
      await openPage(page, site.address)
      await page.keyboard.press('Control+k')
      await page.getByRole('searchbox').fill('xylophone')
      await expect.poll(() => page.locator('dialog [role=status]').textContent()).toBe('Nothing found')
      await openPage(page, arabic.address)
      await page.keyboard.press('Control+k')
      for (const query of ['اللقاحات', 'لقاحات']) {
        await page.getByRole('searchbox').fill(query)
        await page.locator('.search-hits mark').first().waitFor()
      }
    })
  })

  function rareWords(): [module: string, word: string][] {
    const modules = english.modules.map(({ id }) => id)
    const texts = new Map<string, Set<string>>()
    for (const path of pagesOf(site).filter((one) => !one.startsWith('fr/'))) {
      const module = modules.find((id) => path.startsWith(`${id}/`)) ?? 'elsewhere'
      // paragraphs alone: words in drawings and at the ends of links run together when they are read out
      const [main] = elementsOf(documentOf(site, path), ({ tagName }) => tagName === 'main')
      const paragraphs = main ? elementsOf(main, ({ tagName }) => tagName === 'p') : []
      const text = paragraphs.map((paragraph) => toText(paragraph)).join(' ')
      const known = texts.get(module) ?? new Set()
      for (const word of text.toLowerCase().match(/\b[a-z]{8,}\b/g) ?? []) known.add(word)
      texts.set(module, known)
    }
    return modules.map((module) => {
      const others = [...texts].flatMap(([of, words]) => (of === module ? [] : [...words]))
      // Search forgives slips, so the word must not be near one of another module either.
      const starts = new Set(others.map((word) => word.slice(0, 6)))
      const rare = [...(texts.get(module) ?? [])].sort().find((word) => !starts.has(word.slice(0, 6)))
      return [module, rare ?? `no word of its own: ${module}`]
    })
  }
})

describe('accessibility', () => {
  const settings = (['light', 'dark'] as const).flatMap((colorScheme) =>
    [1280, 320].map((width) => ({ colorScheme, viewport: { width, height: 800 } })),
  )

  test.each(settings)(
    'axe finds nothing: $colorScheme, $viewport.width px',
    async (setting) => {
      await visit(setting, async ({ page }) => {
        const pages = [
          ...KINDS.map((path) => site.address + path),
          `${site.address}none/`,
          ...['', 'cold/cold-power/'].map((path) => arabic.address + path),
        ]
        for (const address of pages) {
          await openPage(page, address)
          await page.evaluate(() => {
            for (const fold of document.querySelectorAll('details')) fold.open = true
          })
          expect(await violations(page), address).toEqual([])
          expect(await overflow(page), `${address} is wider than the window`).toBeLessThanOrEqual(0)
        }
        await openPage(page, site.address)
        await page.keyboard.press('Control+k')
        await page.getByRole('searchbox').fill('skills')
        await page.locator('.search-hits a').first().waitFor()
        expect(await violations(page), 'search').toEqual([])
        if (setting.viewport.width > 400) return
        await page.keyboard.press('Escape')
        await page.locator('.navbar__toggle').click()
        await page.locator('.navbar-sidebar .menu__caret').first().click()
        expect(await violations(page), 'contents').toEqual([])
      })
    },
    180_000,
  )

  async function violations(page: Page): Promise<string[]> {
    const { violations } = await axe(page).analyze()
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`))
  }

  const overflow = (page: Page): Promise<number> =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
})

describe('keyboard alone', () => {
  const address = () => `${site.address}planning/planning-horizons/`

  test('Tab reaches every control and link of a page, each with a visible focus', async () => {
    for (const width of [1280, 320]) {
      await visit({ viewport: { width, height: 800 } }, async ({ page }) => {
        await openPage(page, address())
        const stops = await walk(page)
        const wanted = await page.evaluate(
          () =>
            [...document.querySelectorAll<HTMLElement>('a[href], button, summary, input, [tabindex="0"]')].filter(
              (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('dialog'),
            ).length,
        )
        expect(stops.filter(({ visible }) => !visible)).toEqual([])
        expect(stops.length).toBe(wanted)
        // Links and folds in focus have one colour and one ground, whatever they have otherwise.
        expect(new Set(stops.flatMap(({ link, colours }) => (link ? [colours] : []))).size).toBe(1)
        const kinds = stops.map(({ kind }) => kind)
        const contents = width < 997 ? 'navbar__toggle' : 'menu'
        for (const kind of ['skip-link', 'search', 'languages', 'theme-switch', contents, 'on-this-page', 'fold', 'pagination-nav'])
          expect(kinds, `${kind} at ${width}`).toContain(kind)
      })
    }
  }, 120_000)

  test('the skip link leads to the text', async () => {
    await visit({}, async ({ page }) => {
      await openPage(page, address())
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.getBoundingClientRect().top)).toBe(0)
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    })
  })

  test('search: open, type, walk to a hit, follow it; Escape closes and returns', async () => {
    await visit({}, async ({ page }) => {
      await openPage(page, site.address)
      await page.getByRole('button', { name: 'Search' }).focus()
      await page.keyboard.press('Enter')
      await page.keyboard.type('finance ministry')
      await page.locator('.search-hits a').first().waitFor()
      await page.keyboard.press('ArrowDown')
      expect(await page.evaluate(() => document.activeElement?.closest('.search-hits') !== null)).toBe(true)
      await page.keyboard.press('Escape')
      expect(await page.evaluate(() => document.activeElement?.className)).toContain('search-button')
      await page.keyboard.press('Enter')
      await page.keyboard.type('finance ministry')
      await page.locator('.search-hits a').first().waitFor()
      await page.keyboard.press('ArrowDown')
      const hit = await page.evaluate(() => (document.activeElement as HTMLAnchorElement).pathname)
      expect(hit).toMatch(/^\/site\/\w+\//)
      await page.keyboard.press('Enter')
      await page.waitForURL((address) => address.pathname === hit)
      expect(await page.locator('dialog').evaluate((dialog: HTMLDialogElement) => dialog.open)).toBe(false)
    })
  })

  test('the colours change and stay changed', async () => {
    await visit({ colorScheme: 'light' }, async ({ page }) => {
      await openPage(page, site.address)
      const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
      const light = await ground()
      await page.locator('.theme-switch').focus()
      await page.keyboard.press('Enter')
      const dark = await ground()
      expect(dark).not.toBe(light)
      await openPage(page, `${site.address}glossary/`)
      expect(await ground()).toBe(dark)
    })
  })

  test('contents and folded sections open; following a link moves focus to the new page', async () => {
    await visit({ viewport: { width: 320, height: 800 } }, async ({ page }) => {
      await openPage(page, address())
      await page.locator('.fold summary').first().focus()
      await page.keyboard.press('Enter')
      expect(
        await page
          .locator('.fold')
          .first()
          .evaluate((fold: HTMLDetailsElement) => fold.open),
      ).toBe(true)
      await page.locator('.navbar__toggle').focus()
      await page.keyboard.press('Enter')
      const caret = page.locator('.navbar-sidebar .menu__caret[aria-expanded=false]').first()
      expect(await caret.getAttribute('aria-label')).toBe('Opening')
      await caret.focus()
      await page.keyboard.press('Enter')
      await page.locator('.navbar-sidebar [href$="/opening/opening-room/"]').waitFor()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/site/opening/*/')
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main')
      expect(await page.locator('.navbar-sidebar').isVisible()).toBe(false)
    })
  })

  test('the drawer holds the focus while it is open; Escape closes it and returns', async () => {
    await visit({ viewport: { width: 390, height: 800 } }, async ({ page }) => {
      await openPage(page, arabic.address)
      const focused = () => page.evaluate(() => document.activeElement?.className ?? '')
      await page.locator('.navbar__toggle').focus()
      await page.keyboard.press('Enter')
      expect(await focused()).toContain('navbar-sidebar__close')
      const drawer = await page.locator('.navbar-sidebar').boundingBox()
      expect((drawer?.x ?? 0) + (drawer?.width ?? 0), 'in Arabic it stands at the right').toBe(390)
      const stops = await walk(page)
      expect(stops.filter(({ kind }) => !['drawer', 'menu'].includes(kind))).toEqual([])
      await page.keyboard.press('Escape')
      expect(await focused()).toContain('navbar__toggle')
      await page.keyboard.press('Tab')
      expect(await focused()).toContain('search-button')
    })
  })

  interface Stop {
    kind: string
    name: string
    link: boolean
    colours: string
    visible: boolean
  }

  /** Presses Tab until focus leaves the page; what it stopped at. */
  async function walk(page: Page): Promise<Stop[]> {
    const stops: Stop[] = []
    for (let presses = 0; presses < 600; presses++) {
      await page.keyboard.press('Tab')
      const stop = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement | null
        if (!element || element === document.body) return null
        const { outlineStyle, outlineWidth, outlineColor, boxShadow, color, backgroundColor } = getComputedStyle(element)
        const outlined = outlineStyle !== 'none' && outlineWidth !== '0px' && !/, 0\)$|transparent/.test(outlineColor)
        const box = element.getBoundingClientRect()
        const inView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 0
        const kinds = [
          'skip-link',
          'search',
          'languages',
          'theme-switch',
          'menu',
          'navbar__toggle',
          'on-this-page-folded',
          'on-this-page',
          'fold',
          'pagination-nav',
          'trail',
        ]
        const kind = kinds.find((name) => element.closest(`.${name}`)) ?? (element.closest('.navbar-sidebar') ? 'drawer' : 'text')
        return {
          kind: kind.replace('-folded', ''),
          name: (element.textContent ?? '').slice(0, 40),
          link: element.matches('a:not(.skip-link), summary'),
          colours: `${color} on ${backgroundColor}`,
          visible: inView && (outlined || boxShadow !== 'none'),
        }
      })
      if (!stop) return stops
      stops.push(stop)
    }
    throw new Error('Focus never leaves the page.')
  }
})

describe('building', () => {
  test('a link to a page that is not there stops it, with the page and the link in one sentence', async () => {
    const { courses } = await readCourse(await readSources(join(root, 'tests/courses/arabic')))
    const source = { course: [...courses.values()][0] as Course, drawings: new Map(), fileHref: () => 'no-such-page/' }
    const work = await mkdtemp(join(tmpdir(), 'fieldkit-site-'))
    try {
      const building = buildSite({ sources: [source], folder: join(work, 'out'), work: join(work, 'work') })
      await expect(building).rejects.toThrow(
        /^The site could not be built \(the page \/site\/\S* links to \/site\/no-such-page\/, which is not there\); the whole report is in .*docusaurus\.log\.$/,
      )
      expect(existsSync(join(work, 'out'))).toBe(false)
    } finally {
      await rm(work, { recursive: true })
    }
  }, 60_000)

  test('with nothing changed, the site built before is used again', async () => {
    // Built once more first: whoever works on the app while the tests run has changed it since.
    await arabic.again()
    const before = pagesOf(arabic)
    expect((await arabic.again()).reused).toBe(true)
    expect(pagesOf(arabic)).toEqual(before)
  })
})
