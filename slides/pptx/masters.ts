/** Master, layouts, theme and notes master of slides to edit, as parts of an Office Open XML package (ECMA-376, part 1, chapters 19 to 21). */
import { words } from '../../course/words.ts'
import { type Box, indexOf, type Layout, layouts, type Placeholder, placed } from './layouts.ts'
import { type Colour, emu, FRAME, type OfficeLook, points, proofingLanguage, themeSlots } from './look.ts'

/** In which language, and so in which direction, a deck's layouts are, and in which look. */
export interface Setting {
  language: string
  direction: 'ltr' | 'rtl'
  look: OfficeLook
}

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const SPACES =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
const GROUP =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9]

/** Text of an XML document. */
export function xml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** Where a box stands, as PowerPoint measures. */
export function frameXml({ x, y, width, height }: Box, tag = 'a:xfrm'): string {
  return `<${tag}><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></${tag}>`
}

/** What makes a part of a slide fill a placeholder of its layout. */
export function placeholderXml(layout: Layout['name'], placeholder: Placeholder): string {
  const { type } = placeholder
  if (type === 'title') return '<p:ph type="title"/>'
  const small = type === 'ftr' || type === 'sldNum' ? ' sz="quarter"' : ''
  return `<p:ph type="${type}"${small} idx="${indexOf(layout, placeholder)}"/>`
}

/** The field that counts slides. */
export function slideNumberXml(number: string, language: string): string {
  return `<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="${language}"/><a:t>${number}</a:t></a:fld>`
}

// ---- theme ------------------------------------------------------------------------------------------------------

/** The theme: the course's palette as theme colours, its faces as theme fonts. */
export function themeXml(name: string, { hexOf, faces }: OfficeLook): string {
  const colours = themeSlots.map(([slot, colour]) => `<a:${slot}><a:srgbClr val="${hexOf(colour)}"/></a:${slot}>`).join('')
  const { latin, arabic } = faces.display
  const font = `<a:latin typeface="${latin}"/><a:ea typeface=""/><a:cs typeface="${arabic}"/><a:font script="Arab" typeface="${arabic}"/>`
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
  const line = (width: number): string => `<a:ln w="${width}" cap="flat" cmpd="sng" algn="ctr">${fill}<a:prstDash val="solid"/></a:ln>`
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>'
  return `${XML}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="${xml(name)}"><a:themeElements><a:clrScheme name="${xml(name)}">${colours}</a:clrScheme><a:fontScheme name="${xml(name)}"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme><a:fmtScheme name="${xml(name)}"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line(6350)}${line(12700)}${line(19050)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>`
}

function fillXml(colour: Colour, look: OfficeLook): string {
  const name = look.themeColour(colour)
  return `<a:solidFill>${/^[0-9A-F]{6}$/.test(name) ? `<a:srgbClr val="${name}"/>` : `<a:schemeClr val="${name}"/>`}</a:solidFill>`
}

// ---- master -----------------------------------------------------------------------------------------------------

/** The one master: what layouts and slides inherit where they say nothing. */
export function masterXml(setting: Setting): string {
  const ids = layouts.map((_, index) => `<p:sldLayoutId id="${2147483649 + index}" r:id="rId${index + 1}"/>`).join('')
  const content = layouts.find(({ name }) => name === 'content')?.placeholders ?? []
  const own = content.filter(({ name }) => name === 'Title' || name === 'Text' || name === 'Foot' || name === 'Slide number')
  const shapes = own.map((placeholder, index) => {
    const { type } = placeholder
    const small = type === 'ftr' ? ' sz="quarter" idx="3"' : type === 'sldNum' ? ' sz="quarter" idx="4"' : type === 'body' ? ' idx="1"' : ''
    return shapeXml(placeholder, index + 2, `<p:ph type="${type}"${small}/>`, setting)
  })
  const map =
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
  return `${XML}<p:sldMaster ${SPACES}><p:cSld>${groundXml('page', setting.look)}<p:spTree>${GROUP}${shapes.join('')}</p:spTree></p:cSld>${map}<p:sldLayoutIdLst>${ids}</p:sldLayoutIdLst><p:txStyles><p:titleStyle>${levelXml(1, { size: 40, colour: 'brand', bold: true }, setting)}</p:titleStyle><p:bodyStyle>${LEVELS.map((level) => levelXml(level, { size: 34, colour: 'text', list: true }, setting)).join('')}</p:bodyStyle><p:otherStyle>${LEVELS.map((level) => levelXml(level, { size: 24, colour: 'text' }, setting)).join('')}</p:otherStyle></p:txStyles></p:sldMaster>`
}

function groundXml(colour: Colour, look: OfficeLook): string {
  return `<p:bg><p:bgPr>${fillXml(colour, look)}<a:effectLst/></p:bgPr></p:bg>`
}

type Style = Pick<Placeholder, 'size' | 'colour' | 'bold' | 'sentence' | 'atEnd' | 'list'>

/** px by which an item of a list stands in. */
const INDENT = 38

/** One level of a text style. */
function levelXml(level: number, { size, colour, bold, sentence, atEnd, list }: Style, { direction, look }: Setting): string {
  const start = direction === 'rtl' ? 'r' : 'l'
  const end = direction === 'rtl' ? 'l' : 'r'
  const margin = list ? emu(INDENT * level) : 0
  const { latin, arabic } = look.faces.text
  const face = sentence ? [latin, '+mn-ea', arabic] : ['+mn-lt', '+mn-ea', '+mn-cs']
  const bullet = list
    ? `<a:buClr><a:schemeClr val="${look.themeColour('accent')}"/></a:buClr><a:buFont typeface="${look.faces.display.latin}"/><a:buChar char="–"/>`
    : '<a:buNone/>'
  const px = Math.max(20, size * (1 - 0.1 * Math.min(level - 1, 3)))
  return `<a:lvl${level}pPr marL="${margin}" indent="${list ? -emu(INDENT) : 0}" algn="${atEnd ? end : start}" defTabSz="914400" rtl="${direction === 'rtl' ? 1 : 0}" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:lnSpc><a:spcPct val="${sentence ? 100_000 : 105_000}"/></a:lnSpc><a:spcBef><a:spcPts val="${list ? Math.round(points(size * 0.5) * 100) : 0}"/></a:spcBef>${bullet}<a:defRPr sz="${Math.round(points(px) * 100)}" b="${bold ? 1 : 0}" kern="1200">${fillXml(colour, look)}<a:latin typeface="${face[0]}"/><a:ea typeface="${face[1]}"/><a:cs typeface="${face[2]}"/></a:defRPr></a:lvl${level}pPr>`
}

// ---- layouts ----------------------------------------------------------------------------------------------------

/** A layout with its bars and placeholders. */
export function layoutXml(layout: Layout, setting: Setting): string {
  const say = words(setting.language).powerPoint
  const bars = layout.bars.map(({ box, colour }, index) => barXml(placed(box, setting.direction), index + 2, fillXml(colour, setting.look)))
  const shapes = layout.placeholders.map((placeholder, index) =>
    shapeXml(placeholder, index + 2 + bars.length, placeholderXml(layout.name, placeholder), setting),
  )
  const kind = layout.kind ? ` type="${layout.kind}"` : ' userDrawn="1"'
  return `${XML}<p:sldLayout ${SPACES}${kind} preserve="1"><p:cSld name="${xml(say[layout.name])}">${groundXml(layout.ground, setting.look)}<p:spTree>${GROUP}${bars.join('')}${shapes.join('')}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`
}

function barXml(box: Box, id: number, fill: string): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Bar ${id - 1}">${DECORATIVE}</p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>${frameXml(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${fill}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>`
}

/** Passed over by screen readers. */
export const DECORATIVE =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'

function shapeXml(placeholder: Placeholder, id: number, ph: string, setting: Setting): string {
  const { name, type, box, anchor, fill, inset = 14 } = placeholder
  const lang = proofingLanguage(setting.language)
  const insets = fill ? `lIns="${emu(inset)}" tIns="0" rIns="${emu(inset)}" bIns="0"` : 'lIns="0" tIns="0" rIns="0" bIns="0"'
  const fit = type === 'body' || type === 'title' ? '<a:normAutofit/>' : ''
  const levels = placeholder.list ? LEVELS.slice(0, 5) : [1]
  const style = levels.map((level) => levelXml(level, placeholder, setting)).join('')
  const prompt =
    type === 'sldNum'
      ? slideNumberXml('‹#›', lang)
      : type === 'ftr'
        ? ''
        : `<a:r><a:rPr lang="${lang}"/><a:t>${xml(promptOf(name, setting))}</a:t></a:r>`
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${ph}</p:nvPr></p:nvSpPr><p:spPr>${frameXml(placed(box, setting.direction))}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${fill ? fillXml(fill, setting.look) : ''}</p:spPr><p:txBody><a:bodyPr vert="horz" wrap="square" ${insets} rtlCol="${setting.direction === 'rtl' ? 1 : 0}" anchor="${anchor ?? 't'}">${fit}</a:bodyPr><a:lstStyle>${style}</a:lstStyle><a:p>${prompt}<a:endParaRPr lang="${lang}"/></a:p></p:txBody></p:sp>`
}

function promptOf(name: Placeholder['name'], { language }: Setting): string {
  const say = words(language)
  const prompts: Partial<Record<Placeholder['name'], string>> = {
    Caption: say.figure,
    Label: say.activity,
    Minutes: say.minutesWord,
    Facts: say.method,
    Number: say.block,
    Course: say.powerPoint.course,
    Version: say.version,
    Sources: say.sources,
    Picture: say.figure,
    Steps: say.table,
    Table: say.table,
    Title: say.powerPoint.heading,
    'First label': say.caseDone,
    'Second label': say.caseResult,
  }
  const [, place] = /^Number (\d)$/.exec(name) ?? []
  return place ?? prompts[name] ?? say.powerPoint.text
}

/** Points of a page of notes. */
export const NOTES_PAGE = { width: FRAME.height * 9525, height: 9_144_000 }
