/** Small parts that several pages of the manual are made of. */
import type { Element, ElementContent, Nodes, Text } from 'hast'
import { h } from 'hastscript'
import type { Block, Course, Edition, Flesh, Module, Piece } from '../course/course.ts'
import { visible } from '../course/visible.ts'
import { everyModule } from '../course/walk.ts'
import { words } from '../course/words.ts'
import type { ManualRendering } from './rendering.ts'

export function seen<P extends Piece>(pieces: readonly P[], edition: Edition): P[] {
  return pieces.filter((piece) => visible(piece, edition))
}

export type StripFact = readonly [name: string, value: string | (ElementContent | string)[]] | null

export function factStrip(all: readonly StripFact[]): Element {
  return h(
    'dl',
    { className: ['piece-facts', 'page-facts'] },
    all.filter((fact) => fact !== null).map(([name, value]) => h('div', [h('dt', name), h('dd', value)])),
  )
}

export function paragraphs(texts: readonly string[], className: string): ElementContent[] {
  return texts.map((text) => h('p', { className }, text))
}

export function linkOf(id: string, rendering: ManualRendering): ElementContent | string {
  const target = rendering.course.targets.get(id)
  if (!target) return id
  const href = rendering.href(target)
  const name = target.kind === 'block' && !target.label.includes(target.title) ? `${target.label} ${target.title}` : target.label
  return href ? h('a', { href }, name) : name
}

export function hrefOfId(id: string, rendering: ManualRendering): string | undefined {
  const target = rendering.course.targets.get(id)
  return (target && rendering.href(target)) ?? undefined
}

/** A name that leads to what it names, where the edition may see it and has it on a page. */
export function linked(id: string, name: string, rendering: ManualRendering): ElementContent | string {
  const target = rendering.course.targets.get(id)
  const href = target && visible(target, rendering.edition) ? hrefOfId(id, rendering) : undefined
  if (href === undefined) return name
  return h('a', { href, ...(rendering.medium === 'screen' && target ? { title: target.title } : {}) }, name)
}

/** "3" for a module, "3.1" for a block, "A" for an annex; what has no number goes by its module's and its kind, or its title. */
export function numberOf(id: string, course: Course): string {
  for (const module of everyModule(course)) {
    if (module.id === id) return module.part === 'module' ? String(module.number) : module.title
    const block = module.blocks.find((one) => one.id === id)
    if (block) return blockNumber(block, module, course)
  }
  return id
}

function blockNumber(block: Block, module: Module, course: Course): string {
  if (block.wrapUp) return `${String(module.number)} ${words(course.language).wrapUp}`
  return block.number || block.title
}

export function minutesOfModule(module: Module): number {
  return sum(module.blocks.map(({ minutes }) => minutes?.full ?? 0))
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}

/** Pieces that stand directly in a run of Markdown. */
export function piecesIn(body: Flesh): Piece[] {
  return body.flatMap((node) => (node.type === 'piece' ? [node.piece] : []))
}

/** Text of hast without markup. */
export function textOf(node: Nodes | Text): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map((child) => textOf(child as Nodes)).join('') : ''
}
