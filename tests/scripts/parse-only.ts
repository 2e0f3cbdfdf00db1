/** Parses the Markdown of a course with the syntax of the course language, and does nothing else: what `check` is measured against. */
import { vocabulary } from '../../course/directives.ts'
import { countFences, frontMatterEnd } from '../../course/fences.ts'
import { courseParser } from '../../course/syntax.ts'
import { readSources } from '../../scripts/read-sources.ts'

const parser = courseParser(vocabulary(['gender']))
for (const [path, contents] of await readSources(process.argv[2] ?? '.')) {
  if (!path.endsWith('.md')) continue
  const { text } = countFences(Buffer.from(contents).toString('utf8'))
  const lines = text.split('\n')
  parser.parse(lines.slice(frontMatterEnd(lines)).join('\n'))
}
