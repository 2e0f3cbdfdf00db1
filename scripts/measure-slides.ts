/** Measures the slides of a deck in the browser: everything at its true size, no player running. */
import type { Browser } from 'playwright'
import type { SlideMeasure } from '../course/measurements.ts'

/** A slide's measure before it is known whose deck it is. */
export type MeasuredSlide = Omit<SlideMeasure, 'language' | 'module'>

/** The slides of a deck whose content leaves the frame of 1280 x 720 px or runs into what stands below it; rule slide-fits-frame judges them. */
export async function measureSlides(browser: Browser, deckHtml: string): Promise<MeasuredSlide[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, javaScriptEnabled: false })
  try {
    const page = await context.newPage()
    await page.setContent(deckHtml.replace('<html ', '<html data-view="measure" '), { waitUntil: 'load' })
    return await page.evaluate(measureInPage)
  } finally {
    await context.close()
  }
}

// Runs in the page; may use nothing from outside itself.
async function measureInPage(): Promise<MeasuredSlide[]> {
  /** Half a line's leading may stand over an edge without a letter being touched. */
  const TOLERANCE = 2
  type Found = Pick<SlideMeasure, 'beyond' | 'pixels' | 'text'>
  await Promise.all([...document.fonts].map((font) => font.load()))
  return [...document.querySelectorAll<HTMLElement>('.slides > section')].flatMap((section) => {
    const frame = section.querySelector('.slide')
    if (!frame) return []
    const worst = overflowOf(frame)
    return worst ? [{ slide: section.id, ...worst }] : []
  })

  function overflowOf(frame: Element): Found | null {
    const edges = frame.getBoundingClientRect()
    const areas = [...frame.children].map((area) => ({ area, rect: area.getBoundingClientRect() }))
    let worst: Found | null = null
    for (const { rect, text, node } of boxesIn(frame)) {
      const own = areas.findIndex(({ area }) => area.contains(node))
      // areas stand one below the other: none may run into a later one of its column
      const below = areas.slice(own + 1).filter((later) => rect.right > later.rect.left && rect.left < later.rect.right)
      const beyond: [SlideMeasure['beyond'], number][] = [
        ['bottom', rect.bottom - edges.bottom],
        ['top', edges.top - rect.top],
        ['side', Math.max(rect.right - edges.right, edges.left - rect.left)],
        ...below.map((later): [SlideMeasure['beyond'], number] => ['foot', rect.bottom - later.rect.top]),
      ]
      for (const [kind, pixels] of beyond) {
        if (pixels > TOLERANCE && pixels > (worst?.pixels ?? 0))
          worst = { beyond: kind, pixels: Math.ceil(pixels), text: text.slice(0, 40) }
      }
    }
    return worst
  }

  /** Boxes of the letters themselves, and of drawings; what is hidden from sight has none. */
  function boxesIn(frame: Element): { rect: DOMRect; text: string; node: Node }[] {
    const boxes: { rect: DOMRect; text: string; node: Node }[] = []
    const walker = document.createTreeWalker(frame, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node instanceof Element ? node : node.parentElement
      if (!parent || parent.closest('.visually-hidden') || getComputedStyle(parent).textOverflow === 'ellipsis') continue
      if (node instanceof Element) {
        if (/^(svg|img|table)$/i.test(node.tagName) && !node.parentElement?.closest('svg') && node.getClientRects().length > 0)
          boxes.push({ rect: node.getBoundingClientRect(), text: '', node })
      } else if (node.textContent?.trim() && !parent.closest('svg')) {
        const range = document.createRange()
        range.selectNodeContents(node)
        const line = Number.parseFloat(getComputedStyle(parent).lineHeight)
        for (const rect of range.getClientRects())
          boxes.push({ rect: withinLine(rect, line), text: node.textContent.trim().replace(/\s+/g, ' '), node })
      }
    }
    return boxes
  }

  /** A font's box is higher than its letters; where the line is set tighter than that, the line counts. */
  function withinLine(rect: DOMRect, line: number): DOMRect {
    const spare = Number.isFinite(line) ? Math.max(0, rect.height - line) : 0
    return new DOMRect(rect.x, rect.y + spare / 2, rect.width, rect.height - spare)
  }
}
