import type { Browser, BrowserContext, Page } from 'playwright'
import { openBrowser } from './browser.ts'

/** A print document in Chromium's terms. Size, margins and running heads come from the document's own `@page` rules. */
export interface PrintOptions {
  /** Paper where the document has no `@page { size }`. */
  size?: 'A4' | 'Letter'
  /** Without tags and outline: for a print that is only read for its page numbers. */
  proof?: boolean
  /** Width of the text area in millimetres, to find what is too wide for it. */
  textWidth?: number
}

export interface Print {
  pdf: Uint8Array
  /** Text of every visible link in reading order: what `finishPdf` describes links with. */
  links: string[]
  /** Text of every heading in reading order: the titles of the outline. */
  headings: string[]
  /** Places (`data-source`) of tables and drawings wider than the text area; empty where no width was given. */
  tooWide: string[]
}

/** What is changed in a document before it is printed. */
export interface PrintSetting {
  /** Attributes of the root element; null takes one away. */
  root: Readonly<Record<string, string | null>>
  /** Id of a style element, and the text it is given. */
  style: { id: string; css: string }
}

export interface MeasureOptions {
  /** CSS pixels; 1280 × 720 where left out. */
  viewport?: { width: number; height: number }
  /** Which style rules count. */
  media?: 'print' | 'screen'
}

/** One Chromium that prints and measures; several documents at a time. */
export interface Press {
  /**
   * Prints a self-contained HTML document. Fonts are loaded before, also those only margin boxes use.
   * Rejects where the document asks the network or the disk for anything: what is printed must be in the document.
   */
  print(html: string, options?: PrintOptions): Promise<Uint8Array>
  /** The same with what the layout told on the way. */
  printAndTell(html: string, options?: PrintOptions): Promise<Print>
  /** Lays a document out once and prints it in several settings, each a print of its own: `work` asks for them. */
  printSettings<Result>(html: string, work: (print: (setting: PrintSetting) => Promise<Print>) => Promise<Result>): Promise<Result>
  /**
   * Runs `look` inside the laid-out document and hands back what it returns (JSON values). Scripts of the document run.
   * `given` is passed to `look`.
   */
  measure<Given, Found>(
    html: string,
    look: (given: Given) => Found | Promise<Found>,
    given: Given,
    options?: MeasureOptions,
  ): Promise<Found>
  /** A drawing (an element of `html`, found by `selector`) as PNG on nothing, as large as `room` (CSS pixels) allows at its own proportions. */
  picture(html: string, selector: string, room: Size): Promise<Uint8Array>
  close(): Promise<void>
}

/** Documents at work at the same time: each page is a process of its own, more than the cores only wait for each other. */
const PAGES_AT_ONCE = 3

interface Size {
  width: number
  height: number
}

const DESK: Size = { width: 1280, height: 720 }

/**
 * Opens the press over one browser: the one given (the caller closes it) or a new one (closed with the press).
 * Throws EnvironmentProblem where no browser can be started.
 */
export async function openPress(given?: Browser): Promise<Press> {
  const browser = given ?? (await openBrowser())
  const context = await browser.newContext({ viewport: DESK, locale: 'en-GB', timezoneId: 'UTC' })
  const borrow = bedsOf(context)
  const printAndTell: Press['printAndTell'] = (html, options = {}) =>
    borrow(async (bed) => {
      const textWidth = options.textWidth === undefined ? DESK.width : Math.floor((options.textWidth / 25.4) * 96)
      const { tooWide, ...told } = await lay(bed, html, 'print', { ...DESK, width: textWidth })
      const pdf = await bed.page.pdf({
        format: options.size ?? 'A4',
        preferCSSPageSize: true,
        printBackground: true,
        tagged: !options.proof,
        outline: !options.proof,
      })
      return { pdf, ...told, tooWide: options.textWidth === undefined ? [] : tooWide }
    })
  return {
    printAndTell,
    printSettings: (html, work) =>
      borrow(async ({ page, missing }) => {
        const { tooWide: _, ...told } = await lay({ page, missing }, html, 'print', DESK)
        return work(async (setting) => {
          await page.evaluate(change, setting)
          const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
          return { pdf, ...told, tooWide: [] }
        })
      }),
    print: async (html, options) => (await printAndTell(html, options)).pdf,
    measure: (html, look, value, options = {}) =>
      borrow(async (bed) => {
        await lay(bed, html, options.media ?? 'screen', options.viewport ?? DESK)
        // The cast only drops Playwright's handle unwrapping: values in and out are plain JSON here.
        return (await bed.page.evaluate(look as (given: unknown) => unknown, value)) as Awaited<ReturnType<typeof look>>
      }),
    picture: (html, selector, room) =>
      borrow(async (bed) => {
        await lay(bed, html, 'screen', room)
        const clip = await bed.page.evaluate(fitInto, { selector, room })
        return bed.page.screenshot({ clip, omitBackground: true, animations: 'disabled' })
      }),
    close: async () => {
      await context.close()
      if (!given) await browser.close()
    },
  }
}

/** A page at work and what its document asked for that it should have held. */
interface Bed {
  page: Page
  missing: string[]
}

async function openBed(context: BrowserContext): Promise<Bed> {
  const page = await context.newPage()
  const missing: string[] = []
  await page.route('**/*', (route) => {
    missing.push(route.request().url())
    return route.abort()
  })
  return { page, missing }
}

interface Layout {
  links: string[]
  headings: string[]
  tooWide: string[]
}

async function lay({ page, missing }: Bed, html: string, media: 'print' | 'screen', viewport: Size): Promise<Layout> {
  missing.length = 0
  await page.setViewportSize(viewport)
  // A fresh start: what the scripts of the last document left behind goes with it.
  if (page.url() !== 'about:blank' || media === 'screen') await page.goto('about:blank')
  await page.emulateMedia({ media })
  await page.setContent(html, { waitUntil: 'load' })
  const { broken, ...layout } = await page.evaluate(async () => {
    // Margin boxes do not make Chromium load a font, so every face is loaded by name.
    await Promise.all([...document.fonts].map((face) => face.load()))
    await document.fonts.ready
    await Promise.all([...document.images].map((image) => image.decode().catch(() => {})))
    const shown = (selector: string) => [...document.querySelectorAll(selector)].filter((element) => element.getClientRects().length > 0)
    const textOf = (element: Element) => (element.ariaLabel ?? element.textContent ?? '').replace(/\s+/g, ' ').trim()
    const wide = [...document.querySelectorAll('table, svg, img, pre')].filter((thing) => {
      const frame = thing.parentElement?.getBoundingClientRect()
      return frame !== undefined && thing.getBoundingClientRect().width > frame.width + 1
    })
    return {
      broken: [...document.images].filter((image) => image.naturalWidth === 0).map((image) => image.src),
      links: shown('a[href]').map(textOf),
      headings: shown('h1, h2, h3, h4, h5, h6').map(textOf),
      tooWide: wide.map((thing) => thing.closest('[data-source]')?.getAttribute('data-source') ?? ''),
    }
  })
  const first = missing[0] ?? broken[0]
  if (first !== undefined) {
    throw new Error(`Unexpected request for ${first.slice(0, 200)}, expected a document that holds all it shows`)
  }
  return layout
}

/** Runs in the document. */
function change({ root, style }: PrintSetting): void {
  for (const [name, value] of Object.entries(root)) {
    if (value === null) document.documentElement.removeAttribute(name)
    else document.documentElement.setAttribute(name, value)
  }
  const sheet = document.getElementById(style.id)
  if (sheet) sheet.textContent = style.css
}

/** Runs in the page: a drawing at the corner of the page, as large as there is room. */
function fitInto({ selector, room }: { selector: string; room: Size }): { x: number; y: number; width: number; height: number } {
  const drawing = document.querySelector(selector) as SVGSVGElement | HTMLImageElement
  const own = drawing instanceof SVGSVGElement ? drawing.viewBox.baseVal : { width: drawing.naturalWidth, height: drawing.naturalHeight }
  const scale = Math.min(room.width / own.width, room.height / own.height)
  const size = { width: Math.round(own.width * scale), height: Math.round(own.height * scale) }
  drawing.setAttribute('style', `position: fixed; inset: 0 auto auto 0; inline-size: ${size.width}px; block-size: ${size.height}px`)
  return { x: 0, y: 0, ...size }
}

/** Hands out beds of one context, at most PAGES_AT_ONCE; the rest wait in line. A bed whose work failed is thrown away. */
function bedsOf(context: BrowserContext): <T>(work: (bed: Bed) => Promise<T>) => Promise<T> {
  const idle: Bed[] = []
  const waiting: (() => void)[] = []
  let out = 0
  return async (work) => {
    while (out >= PAGES_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
    out += 1
    let bed: Bed | undefined
    try {
      bed = idle.pop() ?? (await openBed(context))
      const result = await work(bed)
      idle.push(bed)
      return result
    } catch (error) {
      await bed?.page.close().catch(() => {})
      throw error
    } finally {
      out -= 1
      waiting.shift()?.()
    }
  }
}
