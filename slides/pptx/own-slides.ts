/** Slides that a deck has of its own, for PowerPoint: title, the opening of a block, imprint. */
import type { Element, ElementContent } from 'hast'
import { toHtml } from '../../course/to-html.ts'
import type { Logo } from '../../look/logo.ts'
import { find, findClass, hasClass } from '../markup.ts'
import { contentOf, type Frame, factsIn, flowInto, footOf, lineInto, type Shown, sizeInBox, textObject, titleHeight } from './fill.ts'
import { type Box, LOGO, type PartName, type Placeholder, placeholderOf } from './layouts.ts'
import type { SlideObject } from './model.ts'
import { flowOf, type Paragraph, paragraphsOf, runsOf } from './text.ts'

/** Module, course, version. */
export function titlePage(frame: Frame, logo: Logo | null): Shown {
  const parts: [PartName, string][] = [
    ['Title', 'slide-title'],
    ['Over', 'slide-over'],
    ['Lead', 'slide-lead'],
    ['Version', 'title-version'],
  ]
  const filled = parts.flatMap(([name, className]) => lineInto('title', name, contentOf(frame, className)))
  const title = placeholderOf('title', 'Title') as Placeholder
  // the summary follows the title, however many lines that has
  const lead = placeholderOf('title', 'Lead') as Placeholder
  const y = title.box.y + titleHeight(filled[0], title) + 26
  const moved: Partial<Record<PartName, Box>> = {
    Title: { ...title.box, height: y - 26 - title.box.y },
    Lead: { ...lead.box, y, height: 590 - y },
  }
  const objects = filled.map((object): SlideObject => {
    const box = object.kind === 'text' && object.name !== 'More text' ? moved[object.name] : undefined
    return object.kind === 'text' && box ? { ...object, box } : object
  })
  const course = findClass(frame, 'title-course')
  const all = [...objects, ...textObject('Course', course ? courseLines(course) : [], 22, 0)]
  return { layout: 'title', objects: logo ? [...beside(all, logo), ...logoOnTitle(frame, logo)] : all }
}

/** Version, then logo, at the end of the foot: what stands there makes room. */
function beside(objects: SlideObject[], logo: Logo): SlideObject[] {
  const room = logoSize(logo, LOGO.title).width + 2 * LOGO.title.plate + 30
  return objects.map((object): SlideObject => {
    if (object.kind !== 'text' || (object.name !== 'Version' && object.name !== 'Course')) return object
    const { box } = placeholderOf('title', object.name) as Placeholder
    return { ...object, box: object.name === 'Version' ? { ...box, x: box.x - room } : { ...box, width: box.width - room } }
  })
}

/** As the deck has it: the picture for dark grounds where there is one, else the other on a white plate. */
function logoOnTitle(frame: Frame, logo: Logo): SlideObject[] {
  const { width, height } = logoSize(logo, LOGO.title)
  const { plate, middle } = LOGO.title
  const box = { x: 1200 - width, y: middle - height / 2, width, height }
  if (!findClass(frame, 'logo-plate')) return logoIn(frame, box)
  const ground = { x: box.x - 2 * plate, y: box.y - plate, width: width + 2 * plate, height: height + 2 * plate }
  return [{ kind: 'bar', name: 'Bar', box: ground, colour: 'page' }, ...logoIn(frame, { ...box, x: box.x - plate })]
}

function logoSize({ ratio }: Logo, { height, most }: { height: number; most: number }): { width: number; height: number } {
  const width = Math.min(most, height * ratio)
  return { width, height: width / ratio }
}

function logoIn(frame: Frame, box: Box): SlideObject[] {
  const place = findClass(frame, 'logo')
  const picture = find(place ? [place] : [], ({ tagName }) => tagName === 'img')
  return picture ? [{ kind: 'picture', name: 'Logo', box, drawing: toHtml(picture), alt: String(picture.properties.alt ?? '') }] : []
}

/** The course's title, and under it its subtitle. */
function courseLines({ children }: Element): Paragraph[] {
  const [title, ...rest] = (children as ElementContent[]).filter((child) => !hasClass(child, 'logo'))
  return [
    { runs: runsOf(title ? [title] : []), level: 0 },
    { runs: runsOf(rest), level: 0, space: 0 },
  ].filter(({ runs }) => runs.length > 0)
}

/** The opening of a block: number, title, objectives. */
export function blockPage(frame: Frame): Shown {
  const objectives = findClass(frame, 'block-objectives')
  return {
    layout: 'section',
    objects: [
      ...lineInto('section', 'Title', contentOf(frame, 'slide-title')),
      ...lineInto('section', 'Number', contentOf(frame, 'block-number')),
      ...(objectives ? flowInto('section', 'Text', flowOf(objectives.children as ElementContent[]), { largest: 26 }) : []),
      ...footOf('section', frame),
    ],
  }
}

/** Who answers for the course, under which licence. */
export function imprintPage(frame: Frame, logo: Logo | null): Shown {
  const paragraphs = contentOf(frame, 'imprint-text').flatMap((child) => {
    if (child.type !== 'element') return paragraphsOf([child])
    if (hasClass(child, 'imprint-course')) return courseLines(child)
    return child.tagName === 'dl' ? factLines(child) : paragraphsOf([child])
  })
  return {
    layout: 'imprint',
    objects: [
      ...lineInto('imprint', 'Title', contentOf(frame, 'slide-title')),
      ...(logo ? besideLogo(paragraphs, frame, logo) : flowInto('imprint', 'Text', [{ kind: 'text', paragraphs }], { largest: 24 })),
      ...footOf('imprint', frame),
    ],
  }
}

/** The logo stands at the end of the first lines. */
function besideLogo(paragraphs: Paragraph[], frame: Frame, logo: Logo): SlideObject[] {
  const size = logoSize(logo, LOGO.imprint)
  const { box } = placeholderOf('imprint', 'Text') as Placeholder
  const room = { ...box, width: box.width - size.width - LOGO.imprint.gap }
  const text = sizeInBox(paragraphs, { ...room, largest: 24 })
  return [...textObject('Text', paragraphs, text, text * 0.5, room), ...logoIn(frame, { x: 1200 - size.width, y: box.y + 8, ...size })]
}

/** "Licence  CC BY 4.0", a line a fact. */
function factLines(list: Element): Paragraph[] {
  return factsIn(list).map(([name, value]) => ({
    runs: [...runsOf([name], { colour: 'textSoft' }), { text: '\u2003' }, ...runsOf([value])],
    level: 0,
    space: 6,
  }))
}
