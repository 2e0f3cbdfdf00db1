import type { Browser } from 'playwright'
import type { Course, Drawings, PageNumbers } from '../course/course.ts'
import { guideline } from '../manual/guideline.ts'
import type { Cache } from './cache.ts'
import type { Press } from './press.ts'
import { pressGuideline } from './press-guideline.ts'
import { embeddedFonts } from './print-fonts.ts'

/** The page of the guideline on which everything stands. Printing it takes a while: the pages are kept for as long as its text is the same. */
export async function guidelinePages(
  course: Course,
  drawings: Drawings,
  { press, browser, cache }: { press: Press; browser: Browser; cache: Cache },
): Promise<PageNumbers> {
  const { html } = guideline(course, { drawings, pages: new Map(), fontFaces: embeddedFonts })
  const kept = await cache.keep('pages', [browser.version(), html], async () => {
    const { pageNumbers } = await pressGuideline(course, drawings, press)
    return Buffer.from(JSON.stringify([...pageNumbers]))
  })
  return new Map(JSON.parse(Buffer.from(kept).toString('utf8')) as [string, number][])
}
