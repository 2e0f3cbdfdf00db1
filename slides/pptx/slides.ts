/**
 * The slides of a deck as PowerPoint has them: each with its layout and, in reading order, what fills the layout's placeholders. Made from
 * the drawn slides (drawn-slides.ts), so that what stands on a slide is decided once for every medium.
 */
import type { Element, ElementContent } from 'hast'
import type { Course, Drawings, Module } from '../../course/course.ts'
import { direction, words } from '../../course/words.ts'
import type { Logo } from '../../look/logo.ts'
import { lookOf } from '../../look/look.ts'
import { type DrawnSlide, drawSlides } from '../drawn-slides.ts'
import { activityPage } from './activity.ts'
import type { Frame, Shown } from './fill.ts'
import type { PptxDeck, PptxSlide } from './model.ts'
import { notesOf } from './notes.ts'
import { blockPage, imprintPage, titlePage } from './own-slides.ts'
import { textPage, writtenPage } from './written.ts'

/** The deck of a module with the facilitator's notes. `worksheetHref` gives a worksheet's address from the file's folder. */
export function pptxDeck(
  course: Course,
  module: Module,
  options: { drawings: Drawings; worksheetHref(id: string): string | null },
): PptxDeck {
  const say = words(course.language)
  const drawn = drawSlides(course, module, 'facilitator', { ...options, slideHref: (id) => `#${id}`, deckHref: () => null })
  return {
    title: `${say.module} ${module.number}${say.colon}${module.title}`,
    course,
    slides: drawn.map((one) => pptxSlide(one, course, module)),
  }
}

function pptxSlide(drawn: DrawnSlide, course: Course, module: Module): PptxSlide {
  const { slide, section } = drawn
  const frame = section.children[0] as Element
  const { lang, dir } = section.properties
  const { layout, objects } = shown(drawn, frame.children as ElementContent[], lookOf(course.look).logo)
  return {
    id: slide.id,
    layout,
    title: String(section.properties.dataTitle ?? ''),
    section: sectionOf(drawn, course, module),
    language: typeof lang === 'string' ? lang : course.language,
    direction: typeof dir === 'string' ? direction(String(lang)) : course.direction,
    objects,
    notes: notesOf(drawn, course),
  }
}

function sectionOf({ slide }: DrawnSlide, course: Course, module: Module): string {
  const say = words(course.language)
  if (slide.block)
    return slide.block.wrapUp ? `${say.wrapUp}${say.colon}${slide.block.title}` : `${slide.block.number} ${slide.block.title}`
  return slide.kind === 'imprint' ? say.imprint : `${say.module} ${module.number}`
}

function shown({ slide }: DrawnSlide, frame: Frame, logo: Logo | null): Shown {
  switch (slide.kind) {
    case 'title':
      return titlePage(frame, logo)
    case 'section':
      return blockPage(frame)
    case 'activity':
      return activityPage(frame)
    case 'imprint':
      return imprintPage(frame, logo)
    case 'objectives':
      return textPage('content', frame)
    case 'slide':
      return writtenPage(slide.slide.layout, frame, slide.lens !== null)
  }
}
