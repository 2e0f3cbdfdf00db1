import { unzipSync } from 'fflate'
import type { Browser } from 'playwright'
import type { Course, Drawings, Module } from '../course/course.ts'
import { lookOf } from '../look/look.ts'
import { type Look, tokensCss } from '../look/tokens.ts'
import { type Picture, type PictureWanted, picturesWanted, pptxPackage } from '../slides/pptx/package.ts'
import { finishedParts } from '../slides/pptx/parts.ts'
import { pptxDeck } from '../slides/pptx/slides.ts'
import type { Cache } from './cache.ts'
import type { Press } from './press.ts'
import { embeddedFonts } from './print-fonts.ts'
import { zip } from './write-packs.ts'

export interface PptxMeans {
  drawings: Drawings
  press: Press
  browser: Browser
  cache: Cache
}

/** The deck of a module as slides to edit, with the facilitator's notes. Same course, same bytes. */
export async function pressPptx(course: Course, module: Module, means: PptxMeans): Promise<Uint8Array> {
  // it lies in slides/, the worksheets beside that folder
  const deck = pptxDeck(course, module, { drawings: means.drawings, worksheetHref: (id) => `../worksheets/${id}.html` })
  const look = lookOf(course.look)
  const drawn = picturesWanted(deck).map(
    async (wanted): Promise<[string, Picture]> => [wanted.drawing, await pictureOf(wanted, look, means)],
  )
  const raw = unzipSync(await pptxPackage(deck, new Map(await Promise.all(drawn))))
  const read = Object.entries(raw).map(([name, bytes]): [string, string | Uint8Array] => [
    name,
    /\.(xml|rels)$/.test(name) ? new TextDecoder().decode(bytes) : bytes,
  ])
  return zip(finishedParts(new Map(read), deck))
}

/** Drawn at twice its size, so that it stays sharp on a large screen. */
async function pictureOf({ drawing, width, height }: PictureWanted, look: Look, { press, browser, cache }: PptxMeans): Promise<Picture> {
  const css = `${tokensCss(look)} html { font-family: var(--font-display); color: var(--colour-text); background: transparent; }`
  const html = `<!doctype html><html><head><meta charset="utf-8"><title>Drawing</title><style>${embeddedFonts(drawing, look)} ${css}</style></head><body>${drawing}</body></html>`
  const room = { width: Math.round(width * 2), height: Math.round(height * 2) }
  const png = await cache.keep('pictures', [browser.version(), html, JSON.stringify(room)], () => press.picture(html, 'svg, img', room))
  const header = new DataView(png.buffer, png.byteOffset)
  return { base64: Buffer.from(png).toString('base64'), width: header.getUint32(16), height: header.getUint32(20) }
}
