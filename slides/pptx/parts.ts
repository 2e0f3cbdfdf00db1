/**
 * The parts of a package that pptxgenjs wrote, finished: our theme, master and layouts; every text, table and picture in the placeholder it
 * is for; notes as paragraphs; ids, dates and content types that are true and the same from build to build.
 */
import { words } from '../../course/words.ts'
import { lookOf } from '../../look/look.ts'
import { layoutOf, layouts, type Placeholder, placed, placeholderOf } from './layouts.ts'
import { officeLook, points, proofingLanguage } from './look.ts'
import {
  DECORATIVE,
  layoutXml,
  masterXml,
  NOTES_PAGE,
  placeholderXml,
  type Setting,
  slideNumberXml,
  themeXml,
  XML,
  xml,
} from './masters.ts'
import type { PptxDeck, PptxSlide } from './model.ts'
import { boxOf } from './package.ts'

/** Parts of a package by name; text where they are XML. */
export type Parts = ReadonlyMap<string, string | Uint8Array>

/** The finished package, from the parts that pptxgenjs wrote. */
export function finishedParts(raw: Parts, deck: PptxDeck): Map<string, string | Uint8Array> {
  const { course } = deck
  const setting: Setting = { language: course.language, direction: course.direction, look: officeLook(lookOf(course.look)) }
  const parts = new Map([...raw].filter(([name]) => !name.endsWith('/')))
  const edit = (name: string, change: (text: string) => string): void => {
    parts.set(name, change(String(parts.get(name))))
  }
  parts.set('ppt/theme/theme1.xml', themeXml(course.title, setting.look))
  // a theme belongs to one master
  parts.set('ppt/theme/theme2.xml', themeXml(course.title, setting.look))
  edit('ppt/notesMasters/_rels/notesMaster1.xml.rels', (text) => text.replace('theme1.xml', 'theme2.xml'))
  parts.set('ppt/slideMasters/slideMaster1.xml', masterXml(setting))
  layouts.forEach((layout, index) => {
    parts.set(`ppt/slideLayouts/slideLayout${index + 1}.xml`, layoutXml(layout, setting))
  })
  deck.slides.forEach((slide, index) => {
    edit(`ppt/slides/slide${index + 1}.xml`, (text) => slideXml(text, slide, index + 1, setting))
    edit(`ppt/notesSlides/notesSlide${index + 1}.xml`, (text) => notesXml(text, slide))
  })
  edit('ppt/presentation.xml', presentationXml)
  parts.set('docProps/core.xml', coreXml(deck))
  parts.set('docProps/app.xml', appXml(deck))
  shareMedia(parts)
  parts.set('[Content_Types].xml', contentTypesXml([...parts.keys()]))
  return parts
}

// ---- slides -----------------------------------------------------------------------------------------------------

function slideXml(text: string, slide: PptxSlide, number: number, setting: Setting): string {
  const filled = text
    .replace(/<p:cSld name="[^"]*">/, '<p:cSld>')
    .replace(/<p:sp>.*?<\/p:sp>/gs, (shape) => filledShape(shape, slide, setting))
    .replace(/<p:graphicFrame>.*?<\/p:graphicFrame>/gs, (frame) => filledTable(frame, slide))
    .replace(/<p:pic>.*?<\/p:pic>/gs, (picture) => filledPicture(picture, slide))
    .replace(/<a:p>.*?<\/a:p>/gs, tidyParagraph)
    .replace('</p:spTree>', `${numberShape(slide, number)}</p:spTree>`)
  let id = 1
  return filled.replace(/<p:cNvPr id="\d+"/g, () => `<p:cNvPr id="${id++}"`)
}

function nameOf(part: string): string {
  return /<p:cNvPr id="\d+" name="([^"]*)"/.exec(part)?.[1] ?? ''
}

/** The library sets everything it knows on everything it writes; a placeholder keeps what differs from its layout's. */
function filledShape(shape: string, slide: PptxSlide, setting: Setting): string {
  const name = nameOf(shape)
  if (name === 'Bar' || name === 'Arrow')
    return shape
      .replace('></p:cNvPr>', `>${DECORATIVE}</p:cNvPr>`)
      .replace(/<a:ln[ >].*?<\/a:ln>|<a:ln\/>/s, '<a:ln><a:noFill/></a:ln>')
      .replace(/(prst="(?:left|right)Arrow">)<a:avLst\s*\/>|(prst="(?:left|right)Arrow">)<a:avLst>.*?<\/a:avLst>/s, `$1$2${THIN_ARROW}`)
  const placeholder = placeholderOf(slide.layout, name)
  if (!placeholder && /prst="ellipse"/.test(shape)) return shape
  if (!placeholder) return shape.replace('<p:cNvSpPr/>', '<p:cNvSpPr txBox="1"/>')
  const object = slide.objects.find((one) => one.kind === 'text' && one.name === name)
  const frame = /<a:xfrm>.*?<\/a:xfrm>/s.exec(shape)?.[0] ?? ''
  const inherits = object !== undefined && standsAs(boxOf(object, slide.layout), placeholder, slide, setting)
  const own = `sz="${Math.round(points(placeholder.size) * 100)}"`
  const paragraphs = (shape.match(/<a:p>.*?<\/a:p>/gs) ?? []).map((paragraph) => paragraph.replaceAll(` ${own}`, ''))
  return `<p:sp><p:nvSpPr><p:cNvPr id="0" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${placeholderXml(slide.layout, placeholder)}</p:nvPr></p:nvSpPr><p:spPr>${inherits ? '' : frame}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs.join('')}</p:txBody></p:sp>`
}

/** A thin shaft with a head as long as the arrow is high. */
const THIN_ARROW = '<a:avLst><a:gd name="adj1" fmla="val 18000"/><a:gd name="adj2" fmla="val 90000"/></a:avLst>'

/** White space that is no text. */
const BETWEEN_TAGS = /(?<!<a:t)>\s+</g

function standsAs(box: Placeholder['box'], placeholder: Placeholder, slide: PptxSlide, setting: Setting): boolean {
  const mine = placed(box, slide.direction)
  const its = placed(placeholder.box, setting.direction)
  return mine.x === its.x && mine.y === its.y && mine.width === its.width && mine.height === its.height
}

function filledTable(frame: string, slide: PptxSlide): string {
  const name = nameOf(frame)
  const table = slide.objects.find((object) => object.kind === 'table' && object.name === name)
  const placeholder = placeholderOf(slide.layout, name)
  const headed = table?.kind === 'table' && table.head.length > 0 ? ' firstRow="1"' : ''
  const rtl = slide.direction === 'rtl' ? ' rtl="1"' : ''
  return frame
    .replace(/<p:nvPr>.*?<\/p:nvPr>/s, placeholder ? `<p:nvPr>${placeholderXml(slide.layout, placeholder)}</p:nvPr>` : '<p:nvPr/>')
    .replace('<a:tblPr/>', `<a:tblPr${rtl}${headed}/>`)
    .replace(BETWEEN_TAGS, '><')
}

function filledPicture(picture: string, slide: PptxSlide): string {
  const placeholder = placeholderOf(slide.layout, nameOf(picture))
  // a placeholder holds one picture
  const first = placeholder && slide.objects.filter(({ kind }) => kind === 'picture').length === 1
  const filled = first ? picture.replace('<p:nvPr></p:nvPr>', `<p:nvPr>${placeholderXml(slide.layout, placeholder)}</p:nvPr>`) : picture
  return filled.replace(BETWEEN_TAGS, '><')
}

/** A paragraph's properties once and first; without the library's black where no colour was given, and its empty attributes. */
function tidyParagraph(paragraph: string): string {
  const [, properties = ''] = /^<a:p>(<a:pPr.*?<\/a:pPr>)/s.exec(paragraph) ?? []
  const rest = paragraph.slice('<a:p>'.length, -'</a:p>'.length).replace(/<a:pPr.*?<\/a:pPr>/gs, '')
  const runs = rest
    .replace(/<a:endParaRPr[^>]*\/>|<a:endParaRPr.*?<\/a:endParaRPr>/gs, '')
    .replace(BETWEEN_TAGS, '><')
    .replaceAll('<a:solidFill><a:srgbClr val="000000"/></a:solidFill>', '')
    .replace(/ altLang="en-US"| dirty="0"/g, '')
    .replace(/ invalidUrl="" action="" tgtFrame=""| tooltip=""| history="1" highlightClick="0" endSnd="0"/g, '')
  return `<a:p>${properties.replace(/ {2,}/g, ' ')}${runs}</a:p>`
}

function numberShape(slide: PptxSlide, number: number): string {
  const placeholder = layoutOf(slide.layout).placeholders.find(({ type }) => type === 'sldNum')
  if (!placeholder) return ''
  const field = slideNumberXml(String(number), proofingLanguage(slide.language))
  return `<p:sp><p:nvSpPr><p:cNvPr id="0" name="${placeholder.name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${placeholderXml(slide.layout, placeholder)}</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>${field}</a:p></p:txBody></p:sp>`
}

// ---- notes ------------------------------------------------------------------------------------------------------

function notesXml(text: string, { notes, language, direction }: PptxSlide): string {
  const lang = proofingLanguage(language)
  const properties = direction === 'rtl' ? '<a:pPr algn="r" rtl="1"/>' : ''
  const paragraphs = notes.map((note) => `<a:p>${properties}<a:r><a:rPr lang="${lang}"/><a:t>${xml(note)}</a:t></a:r></a:p>`)
  return text
    .replace(/(type="body" idx="1".*?<a:lstStyle\/>).*?(<\/p:txBody>)/s, (_, before: string, after: string) => {
      return `${before}${paragraphs.join('') || '<a:p/>'}${after}`
    })
    .replace(/<p:extLst>.*?<\/p:extLst>/s, '')
}

// ---- package ----------------------------------------------------------------------------------------------------

/** In the order of the schema; ids of sections count, where the library makes them up by chance. */
function presentationXml(text: string): string {
  const [notes = ''] = /<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>/.exec(text) ?? []
  let section = 0
  return text
    .replace(notes, '')
    .replace('<p:sldIdLst>', `${notes}<p:sldIdLst>`)
    .replace(/<p:notesSz [^>]*\/>/, `<p:notesSz cx="${NOTES_PAGE.width}" cy="${NOTES_PAGE.height}"/>`)
    .replace(/(<p14:section name="[^"]*" id=)"[^"]*"/g, (_, before: string) => {
      section += 1
      return `${before}"{${String(section).padStart(8, '0')}-0000-4000-8000-000000000000}"`
    })
}

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

function coreXml({ title, course }: PptxDeck): string {
  const say = words(course.language)
  const fields: [string, string][] = [
    ['dc:title', title],
    ['dc:subject', course.title],
    ['dc:creator', course.publisher],
    ['cp:keywords', `${say.version} ${course.version} · ${course.fingerprint}`],
    ['dc:language', course.language],
    ['cp:lastModifiedBy', course.publisher],
  ]
  // a day that never changes: the version tells editions apart
  const day = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">1980-01-01T00:00:00Z</dcterms:${name}>`
  return `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${fields.map(([name, value]) => `<${name}>${xml(value)}</${name}>`).join('')}${day('created')}${day('modified')}</cp:coreProperties>`
}

function appXml({ slides, course }: PptxDeck): string {
  return `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Fieldkit</Application><Slides>${slides.length}</Slides><Notes>${slides.length}</Notes><HiddenSlides>0</HiddenSlides><Company>${xml(course.publisher)}</Company></Properties>`
}

/** A drawing that stands on several slides lies in the package once. */
function shareMedia(parts: Map<string, string | Uint8Array>): void {
  const kept: [name: string, bytes: Uint8Array][] = []
  const shared = new Map<string, string>()
  for (const name of [...parts.keys()].filter((one) => one.startsWith('ppt/media/')).sort()) {
    const bytes = parts.get(name) as Uint8Array
    const same = kept.find(([, other]) => isSame(other, bytes))
    if (!same) {
      kept.push([name, bytes])
      continue
    }
    shared.set(fromSlides(name), fromSlides(same[0]))
    parts.delete(name)
  }
  for (const [name, text] of parts) {
    if (!name.startsWith('ppt/slides/_rels/')) continue
    parts.set(
      name,
      String(text).replace(/Target="([^"]*)"/g, (_, target: string) => `Target="${shared.get(target) ?? target}"`),
    )
  }
}

function fromSlides(name: string): string {
  return name.replace(/^ppt\//, '../')
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index])
}

const PRESENTATION = 'application/vnd.openxmlformats-officedocument.presentationml'
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^ppt\/presentation\.xml$/, `${PRESENTATION}.presentation.main+xml`],
  [/^ppt\/slides\/slide\d+\.xml$/, `${PRESENTATION}.slide+xml`],
  [/^ppt\/slideLayouts\/slideLayout\d+\.xml$/, `${PRESENTATION}.slideLayout+xml`],
  [/^ppt\/slideMasters\/slideMaster\d+\.xml$/, `${PRESENTATION}.slideMaster+xml`],
  [/^ppt\/notesSlides\/notesSlide\d+\.xml$/, `${PRESENTATION}.notesSlide+xml`],
  [/^ppt\/notesMasters\/notesMaster\d+\.xml$/, `${PRESENTATION}.notesMaster+xml`],
  [/^ppt\/presProps\.xml$/, `${PRESENTATION}.presProps+xml`],
  [/^ppt\/viewProps\.xml$/, `${PRESENTATION}.viewProps+xml`],
  [/^ppt\/tableStyles\.xml$/, `${PRESENTATION}.tableStyles+xml`],
  [/^ppt\/theme\/theme\d+\.xml$/, 'application/vnd.openxmlformats-officedocument.theme+xml'],
  [/^docProps\/core\.xml$/, 'application/vnd.openxmlformats-package.core-properties+xml'],
  [/^docProps\/app\.xml$/, 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
]

function contentTypesXml(names: readonly string[]): string {
  const overrides = [...names].sort().flatMap((name) => {
    const type = TYPES.find(([pattern]) => pattern.test(name))?.[1]
    return type ? [`<Override PartName="/${name}" ContentType="${type}"/>`] : []
  })
  const defaults = [
    ['png', 'image/png'],
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
  ].map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`)
  return `${XML}<Types xmlns="${PACKAGE}/content-types">${defaults.join('')}${overrides.join('')}</Types>`
}
