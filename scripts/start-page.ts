/** The way back from decks and worksheets to the start page, which lies elsewhere in `dist/` than in an edition's own folder. */

/** From `dist/<lang>/slides/` and `dist/<lang>/worksheets/`. */
export const START_OF_KIT = '../../index.html'

/** From the same folders of the participants' edition or of a pack. */
export const START_OF_EDITION = '../index.html'

/** A deck or worksheet of the kit as it lies in an edition's folder: its way back leads to that folder's start page. */
export function inEditionFolder(path: string, contents: Uint8Array): Uint8Array {
  if (!/(^|\/)(slides|worksheets)\/[^/]+\.html$/.test(path)) return contents
  const page = Buffer.from(contents).toString('utf8')
  return Buffer.from(page.replaceAll(`href="${START_OF_KIT}"`, `href="${START_OF_EDITION}"`))
}
