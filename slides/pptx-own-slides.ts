/** Slides that a deck has of its own, for PowerPoint: title, the opening of a block, imprint. */
import type { Element, ElementContent } from 'hast'
import { findClass, hasClass } from './markup.ts'
import { contentOf, type Frame, factsIn, flowInto, footOf, lineInto, type Shown, textObject, titleHeight } from './pptx-fill.ts'
import { type Box, type PartName, type Placeholder, placeholderOf } from './pptx-layouts.ts'
import type { SlideObject } from './pptx-model.ts'
import { flowOf, type Paragraph, paragraphsOf, runsOf } from './pptx-text.ts'

/** Module, course, version. */
export function titlePage(frame: Frame): Shown {
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
  return { layout: 'title', objects: [...objects, ...textObject('Course', course ? courseLines(course) : [], 22, 0)] }
}

/** The course's title, and under it its subtitle. */
function courseLines({ children }: Element): Paragraph[] {
  const [title, ...rest] = children as ElementContent[]
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
export function imprintPage(frame: Frame): Shown {
  const body = findClass(frame, 'slide-body')
  const paragraphs = ((body?.children ?? []) as ElementContent[]).flatMap((child) => {
    if (child.type !== 'element') return paragraphsOf([child])
    if (hasClass(child, 'imprint-course')) return courseLines(child)
    return child.tagName === 'dl' ? factLines(child) : paragraphsOf([child])
  })
  return {
    layout: 'imprint',
    objects: [
      ...lineInto('imprint', 'Title', contentOf(frame, 'slide-title')),
      ...flowInto('imprint', 'Text', [{ kind: 'text', paragraphs }], { largest: 24 }),
      ...footOf('imprint', frame),
    ],
  }
}

/** "Licence  CC BY 4.0", a line a fact. */
function factLines(list: Element): Paragraph[] {
  return factsIn(list).map(([name, value]) => ({
    runs: [...runsOf([name], { colour: 'textSoft' }), { text: '\u2003' }, ...runsOf([value])],
    level: 0,
    space: 6,
  }))
}
