/**
 * The syntax of the course language, as a plugin of remark: CommonMark, GFM, directives (guarded) and citations.
 */
import type { Nodes, Root } from 'mdast'
import { directiveFromMarkdown } from 'mdast-util-directive'
import type { Extension as MdastExtension } from 'mdast-util-from-markdown'
import { directive } from 'micromark-extension-directive'
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import type { Processor } from 'unified'
import type { Vocabulary } from './directives.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    citation: 'citation'
    guard: 'guard'
  }
}

const COLON = 58
const LEFT_BRACKET = 91
const RIGHT_BRACKET = 93
const LEFT_BRACE = 123
const AT = 64

/** Parses a source (fences counted, front matter blanked) to mdast with places; the root holds directives and citations still as syntax. */
export function parseMarkdown(text: string, vocabulary: Vocabulary): Root {
  return courseParser(vocabulary).parse(text)
}

/** The parser of the course language: remark with GFM and the two constructs of ours. */
export function courseParser(vocabulary: Vocabulary): { parse(text: string): Root } {
  const known = parsers.get(vocabulary)
  if (known) return known
  const parser = remark().use(remarkGfm, { singleTilde: false }).use(remarkCourse, vocabulary).freeze()
  parsers.set(vocabulary, parser)
  return parser
}

const parsers = new WeakMap<Vocabulary, { parse(text: string): Root }>()

// A remark plugin as remark-gfm is one: it adds to what remark-parse hands to micromark.
function remarkCourse(this: Processor, vocabulary: Vocabulary): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), guardedDirective(vocabulary), citation()]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), directiveFromMarkdown(), citationFromMarkdown()]
}

// In running text a directive counts only when its name is a text directive of the vocabulary and `[` or `{` follows:
// remark-directive alone takes "10:30", "2:1" and "Art:5" for directives.
function guardedDirective(vocabulary: Vocabulary): Extension {
  const names = new Set([...vocabulary.directives].filter(([, spec]) => spec.form === 'text').map(([name]) => name))
  const extension = directive()
  const inner = (extension.text?.[COLON] ?? null) as Construct
  const guard: Construct = { tokenize: tokenizeGuard, partial: true }
  const guarded: Construct = {
    ...inner,
    tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
      return effects.check(guard, inner.tokenize.call(this, effects, ok, nok), nok)
    },
  }
  return { ...extension, text: { [COLON]: guarded } }

  function tokenizeGuard(effects: Effects, ok: State, nok: State): State {
    let name = ''
    return (code) => {
      effects.enter('guard')
      effects.consume(code)
      return inName
    }
    function inName(code: Code): State | undefined {
      if ((code === LEFT_BRACKET || code === LEFT_BRACE) && names.has(name)) {
        effects.exit('guard')
        return ok(code)
      }
      const letter = code !== null && code > 32 && code < 127 && /[\w-]/.test(String.fromCharCode(code))
      if (!letter || name.length > 40) return nok(code)
      name += String.fromCharCode(code as number)
      effects.consume(code)
      return inName
    }
  }
}

// `[@key]`, `[@key, p. 4]`, `[@one; @two]`: a bracket, an at sign, and no bracket until the end, on one line or several.
function citation(): Extension {
  return { text: { [LEFT_BRACKET]: { name: 'citation', tokenize: tokenizeCitation } } }

  function tokenizeCitation(effects: Effects, ok: State, nok: State): State {
    let length = 0
    return (code) => {
      effects.enter('citation')
      effects.consume(code)
      return (next) => {
        if (next !== AT) return nok(next)
        effects.consume(next)
        return inside
      }
    }
    function inside(code: Code): State | undefined {
      if (code === RIGHT_BRACKET && length > 0) {
        effects.consume(code)
        effects.exit('citation')
        return ok
      }
      // line endings (codes below -2) are left out: a citation stands on one line
      if (code === null || code < -2 || code === LEFT_BRACKET || code === RIGHT_BRACKET || length > 400) return nok(code)
      length++
      effects.consume(code)
      return inside
    }
  }
}

function citationFromMarkdown(): MdastExtension {
  return {
    enter: {
      citation(token) {
        const written = this.sliceSerialize(token)
        this.enter({ type: 'citation', items: readItems(written.slice(1, -1)), text: '' } as unknown as Nodes, token)
      },
    },
    exit: {
      citation(token) {
        this.exit(token)
      },
    },
  } as MdastExtension
}

function readItems(inside: string): { key: string; locator: string }[] {
  return inside.split(';').map((part) => {
    const match = /^\s*@([^\s,;]+)\s*(?:,\s*(.*?))?\s*$/.exec(part)
    return match ? { key: match[1] ?? '', locator: match[2] ?? '' } : { key: part.trim().replace(/^@\s*/, ''), locator: '' }
  })
}
