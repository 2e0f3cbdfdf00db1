/**
 * What stands in the source files, as written: the facts that rules judge and that do not survive in the course itself.
 */
import type { Audience, Place } from './course.ts'
import type { DirectiveSpec } from './directives.ts'
import type { FenceProblem } from './fences.ts'

export interface AttributeUse {
  name: string
  value: string
  /** From the name to the end of the value. */
  place: Place
  /** The value without its quotes. */
  valueAt: Place
}

/** One directive as the author wrote it. */
export interface DirectiveUse {
  /** The name as written, such as `challenge`. */
  name: string
  /** The word of the vocabulary it stands for; null where there is none. */
  word: string | null
  spec: DirectiveSpec | null
  form: 'container' | 'leaf' | 'text'
  title: string
  attributes: AttributeUse[]
  /** Word of the directive it stands in; null at the top of a file. */
  parent: string | null
  audience: Audience
  /** The whole directive. */
  place: Place
  /** Its opening line, or all of it where it is inline. */
  head: Place
  /** Its name. */
  nameAt: Place
}

/** A mention of something by id: where it is and what it asks for. */
export interface Mention {
  kind:
    | 'citation'
    | 'term'
    | 'link'
    | 'page'
    | 'objective'
    | 'worksheet'
    | 'framework'
    | 'case'
    | 'stakeholder'
    | 'method'
    | 'drawing'
    | 'path'
    | 'block'
    | 'budget'
    | 'weight'
  /** Id, key or path asked for. */
  of: string
  place: Place
  /** Block or module file the mention stands in: its id. */
  within: string
  /** Who may see the text around it. */
  audience: Audience
}

/** Something that looks like a directive but is none, since what follows its name cannot be read. */
export interface MalformedUse {
  name: string
  form: 'container' | 'leaf' | 'text'
  /** `opening`: what stands behind the name; `braces`: attributes behind inline words; `one-colon`: too few colons for its form. */
  problem: 'opening' | 'braces' | 'one-colon'
  place: Place
}

/** One Markdown file of the course. */
export interface WrittenFile {
  path: string
  language: string
  /** Id of the module or block, from the front matter; empty where that could not be read. */
  id: string
  /** The author's text. */
  text: string
  directives: DirectiveUse[]
  mentions: Mention[]
  /** Every id given in the file with its place. */
  ids: { id: string; place: Place }[]
  /** Places of the front matter: `title`, `minutes.full`, `minutes.short`. */
  places: ReadonlyMap<string, Place>
  fences: FenceProblem[]
  malformed: MalformedUse[]
  /** Plain image paragraphs and figures without alternative text are judged on the pieces; raw HTML is kept as text and noted here. */
  html: Place[]
}

/** An id declared in course.yml or glossary.yml; unique among those of its sort. */
export interface DeclaredId {
  sort: 'agenda' | 'case' | 'framework' | 'method' | 'stakeholder' | 'term' | 'theme'
  id: string
  place: Place
}
