/** The materials of an activity, line by line. */
import type { PhrasingContent } from 'mdast'
import type { Flesh } from './course.ts'

/** The lines of a list, or of text where an author wrote none; without the ids they have where they stand. */
export function linesOf(flesh: Flesh): PhrasingContent[][] {
  return flesh.flatMap((node): PhrasingContent[][] => {
    if (node.type === 'paragraph') return [node.children]
    if (node.type === 'list') return node.children.flatMap((item) => linesOf(item.children as Flesh))
    return []
  })
}

/** A line as plain text in which references stand as `#id`. */
export function textOfLine(line: readonly PhrasingContent[]): string {
  return line
    .map((node): string => {
      if (node.type === 'crossReference') return `#${node.target}`
      if ('value' in node) return node.value
      return 'children' in node ? textOfLine(node.children) : ' '
    })
    .join('')
}
