/** Citations on a slide: a small number in the text and the short author-date form in one line at the foot. */
import type { Nodes, Paragraph, RootContent } from 'mdast'
import type { CitationNode, Flesh } from '../course/course.ts'
import { plainText } from '../course/plain-text.ts'

export interface Cited {
  /** The flesh with numbers for citations; without any where the whole slide rests on one source. */
  flesh: Flesh[]
  /** Author-date forms in order of first use, such as `IOM, 2023, p. 4`. */
  sources: string[]
}

/**
 * Takes the citations out of several runs of flesh of one slide, which share one sources line. A paragraph that is nothing
 * but citations (`Source: [@key]`) goes to the line whole.
 */
export function citeAtFoot(runs: Flesh[]): Cited {
  const sources: string[] = []
  for (const run of runs) for (const node of run) gather(node as Nodes, sources)
  const marks = sources.length > 1
  return {
    flesh: runs.map((run) =>
      withMarks(
        run.filter((node) => !isSourceParagraph(node)),
        sources,
        marks,
      ),
    ),
    sources,
  }
}

function gather(node: Nodes, sources: string[]): void {
  if (node.type === 'citation') {
    for (const source of sourcesOf(node)) if (!sources.includes(source)) sources.push(source)
  }
  for (const child of childrenOf(node)) gather(child, sources)
}

function withMarks<Node extends RootContent>(nodes: Node[], sources: string[], marks: boolean): Node[] {
  const made: Node[] = []
  for (const node of nodes) {
    if (node.type === 'citation') {
      trimEnd(made)
      if (marks) made.push(mark(node, sources) as RootContent as Node)
    } else if (node.type === 'piece' && 'body' in node.piece) {
      made.push({ ...node, piece: { ...node.piece, body: withMarks(node.piece.body, sources, marks) } })
    } else if ('children' in node) {
      made.push({ ...node, children: withMarks(node.children as RootContent[], sources, marks) } as unknown as Node)
    } else made.push(node)
  }
  return made
}

// still a citation, so its keys stay on it; only its words are the numbers
function mark(node: CitationNode, sources: string[]): CitationNode {
  return {
    ...node,
    text: sourcesOf(node)
      .map((source) => sources.indexOf(source) + 1)
      .join(',\u2009'),
  }
}

// the blank before a citation has nothing to part any more
function trimEnd(made: RootContent[]): void {
  const last = made.at(-1)
  if (last?.type === 'text') made[made.length - 1] = { ...last, value: last.value.trimEnd() }
}

/** `(IOM, 2023, p. 4; OECD, 2024)` cites two works; where the parts cannot be told apart it stays one source. */
function sourcesOf(node: CitationNode): string[] {
  const text = node.text.replace(/^[([]|[)\]]$/g, '').trim()
  const parts = text.split(/;\s+/)
  return parts.length === node.items.length ? parts : [text]
}

function isSourceParagraph(node: RootContent): boolean {
  if (node.type !== 'paragraph' || !node.children.some((child) => child.type === 'citation')) return false
  const rest: Paragraph = { ...node, children: node.children.filter((child) => child.type !== 'citation') }
  return /^(\p{L}{1,10}\s?:)?[\s.,;]*$/u.test(plainText(rest))
}

function childrenOf(node: Nodes): Nodes[] {
  if (node.type === 'piece') return 'body' in node.piece ? (node.piece.body as Nodes[]) : []
  return 'children' in node ? (node.children as Nodes[]) : []
}
