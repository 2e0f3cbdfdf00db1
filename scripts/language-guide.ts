/** docs/language.md: the authors' guide. What can be said about every word comes from the vocabulary itself; the rest is written here. */

import { type AttributeSpec, COMMON_ATTRIBUTES, DIRECTIVES, type DirectiveSpec } from '../course/directives.ts'
import { objectiveVerbs } from '../course/objective-verbs.ts'
import { COLOURS } from '../course/schemas.ts'
import { BUNDLED_FAMILIES } from '../look/fonts.ts'

/** The guide as Markdown. Same vocabulary, same text. */
export function languageGuide(): string {
  return [HEAD, wordList(), ...GROUPS.map(groupText), inlineText(), TAIL].join('\n')
}

/** How the words are told: every word of the vocabulary is in one group (a test holds this). */
export const GROUPS: readonly { title: string; text: string; words: readonly string[]; sample: string }[] = [
  {
    title: 'Activities',
    text: 'What participants do. The steps are one numbered list; each step ends with its minutes, and together they are the minutes of the activity. What facilitators need stands in the parts inside.',
    words: ['activity', 'materials', 'online', 'low-bandwidth', 'debrief', 'answers'],
    sample: `:::activity[Draw the horizon]{#draw-horizon minutes=40 method=group-work size=5 objectives="o1" worksheet=w-horizon cut=last}
Groups place the shortages of one sector on three horizons.

1. Form groups by sector. :minutes[5]
2. Place each shortage. :minutes[20]
3. Report one shortage a group. :minutes[15]

:::materials
- flip chart, three markers a group
:::

:::online{method=breakout size=4 minutes=30 tool=board}
Each room has its own board.

:::low-bandwidth
Send the sheet by e-mail the day before; take the answers by phone.
:::
:::

:::debrief
- Which shortage surprised you?

:::answers
Most groups forget those who retire.
:::
:::
:::`,
  },
  {
    title: 'Slides',
    text: 'A slide shows what the facilitator talks about; an activity gets a slide of its own without being asked. `layout=two-columns` parts its columns by a line of three hyphens; `layout=case` so parts who and where, what was done and what came of it. `layout=data` sets a number large: a first paragraph that is nothing else, or in bold at the head of two to four list items; a table or a figure it gives the whole slide. `layout=process` draws a numbered list of three to seven as connected steps. Minutes in the notes are the planned minutes of the slide.',
    words: ['slide', 'notes'],
    sample: `:::slide[Three horizons]{#slide-three}
- Now: people who have the skill
- In three years: an operational plan
- In ten years: an outlook

:::notes
Ask for an example of each. :minutes[3]
:::
:::`,
  },
  {
    title: 'Worksheets',
    text: 'A sheet people write on, on paper, in the PDF or on a phone. A field has an id that is unique on its sheet; an answer sent back is named by it. Texts of `columns`, `options`, `labels` and `statements` are parted by commas, or by `|` where a comma is inside. A `box` with `zones` is a canvas to map on: each zone is a place of its own, which a phone shows one below the other; `axes` says what its sides mean, foot first. `::questions` puts every quiz question of the course on the sheet, as a test before and after it; the right options stand on the answers sheet only. A sheet with `audience=facilitator`, such as role cards, is printed for facilitators and is in nothing that participants get.',
    words: ['worksheet', 'lines', 'table', 'choice', 'scale', 'box', 'questions'],
    sample: `:::worksheet[Skills horizon]{#w-horizon}
Fill in one row a shortage.

::lines[The shortage in one sentence]{#shortage rows=2}

::table[By occupation]{#occupations columns="Occupation,Now,In 3 years,In 10 years" rows=4}

::choice[Who should plan this?]{#who options="Ministry of labour,Employers,Both"}

::scale[How sure are you?]{#sure min=1 max=5 low="a guess" high="counted"}

::box[Draw the path]{#path height=60}

::box[Place each shortage]{#map height=90 zones="Train now,Plan,Watch,Leave" axes="few people,many people,far away,soon"}

:::answers
Nurses: ten years.
:::
:::`,
  },
  {
    title: 'Cases, questions, messages',
    text: 'What stands out of the running text.',
    words: ['case', 'discussion', 'key-message', 'tip', 'warning', 'facilitator', 'participant', 'context', 'to-validate'],
    sample: `:::case[A class for a shortage of the past]{#case-class countries="Norland, Suravia"}
**Situation.** Norland lacked carers.

**Question.** Which shortage will still be there in two years?
:::`,
  },
  {
    title: 'Quizzes',
    text: 'The options are a task list; an x marks the right ones.',
    words: ['quiz', 'question'],
    sample: `:::quiz[Check yourself]{#quiz-horizons}
:::question[Which shortage can a partnership still meet?]{#q-which objectives="o1"}
- [ ] the one of this month
- [x] the one of the next three years

:::answers
Training takes months.
:::
:::
:::`,
  },
  {
    title: 'Figures',
    text: 'A drawing lies beside the text, in `figures/`: SVG, Mermaid (`.mmd`), a Vega-Lite chart (`.vl.json`) or a picture. `figures/x.fr.svg` is its French edition. The container form around a table makes a numbered table.',
    words: ['figure', 'framework', 'summary'],
    sample: `:::figure[Length of training, in months]{#tab-length}
| Occupation | Months |
| --- | --- |
| Carer | 12 |
| Nurse | 36 |
:::`,
  },
  {
    title: 'Lessons from elsewhere',
    text: 'Lessons of Carpentries and Quarto can be moved in as they are: their names are read (see the list of words), `::: name` with a blank and `::: {.name}` too. What their format does not know, such as the minutes of an activity, is a warning there.',
    words: ['objectives'],
    sample: `::: instructor
Bring a bucket.
:::`,
  },
]

const HEAD = `# The course language

A course is a folder with \`modules/\` in it. Its texts are Markdown (CommonMark with tables, task lists and strikethrough) with directives: words in fences of colons that say what a
part of the text is. There is no HTML and no programming: \`a < b {c}\` comes out as it was written.

This page is made from the vocabulary itself (\`course/directives.ts\`) by \`scripts/write-docs.ts\`. What is checked, and what to do about it, stands in [rules.md](rules.md).

## Files

\`\`\`
modules/
  course.yml             title, languages, cap of pages, agendas, themes, methods (course.schema.json)
  glossary.yml           terms with their definitions (glossary.schema.json)
  references.json        works cited, as CSL-JSON from a reference manager
  01-planning/           a module; the number is its number
    module.md            front matter and overview
    1-horizons.md        one thematic block a file, in the order of the numbers
    wrap-up.md           closes the module
    1-horizons.fr.md     a translation: beside its source, with the language before .md
    figures/             drawings
  front/                 what stands before the modules, such as the methodology
    module.md            its title; text only where it needs some
    1-methodology.md     one chapter a file
  annexes/               what stands after them
    module.md            title and overview
    1-needs-analysis.md  Annex A; one annex a file, lettered in the order of the numbers
\`\`\`

Files are UTF-8. A block of more than 6,000 lines, a line of more than 10,000 characters or nesting that no author writes is refused, since reading it could take long.

Editors that know JSON Schema complete and check the YAML: map \`course.yml\` to [course.schema.json](course.schema.json) and \`glossary.yml\` to [glossary.schema.json](glossary.schema.json). The front matter follows
[module.schema.json](module.schema.json) and [block.schema.json](block.schema.json).

## Front matter

\`module.md\` begins with:

\`\`\`yaml
---
id: planning
title: Long- and mid-term planning
summary: One sentence that says what people can do after it.
covers: [p1]
objectives:
  - {id: m1, text: Draw up a plan for two horizons, level: create}
---
\`\`\`

A block and a wrap-up begin with:

\`\`\`yaml
---
id: planning-horizons
title: Which shortage, by when?
minutes: {full: 90, short: 60}
objectives:
  - id: o1
    text: Distinguish short-, mid- and long-term needs in one sector
    level: analyse
---
\`\`\`

Activities, slides and discussions fit into \`full\`; without what is marked, into \`short\`. A step or a slide is marked by \`:minutes[5]{cut=first}\` and always goes; activities with \`cut=first\` go, the last one first, as many as must. An objective begins with a verb whose doing can be observed:

${verbTable()}

A chapter of \`front/\` and an annex need only id and title. They are for facilitators, with all that stands in them, where the front matter does not say \`audience: all\`:

\`\`\`yaml
---
id: annex-test
title: Test before and after the course
audience: all
---
\`\`\`

An empty link to an annex prints "Annex A"; worksheets in it are numbered A.1, A.2. No deck is made of front and annexes, and no agenda counts their minutes.

## Agendas

course.yml has one agenda or several, the default one listed first. Each gets a run sheet, whose last page says which blocks and objectives it leaves out:

\`\`\`yaml
agendas:
  - id: online
    title: Online, two sessions
    summary: For whom it is and what for, in a sentence.
    covers: all
    days:
      - title: Planning
        start: "10:00"
        end: "11:30"
        online: true
        items:
          - {block: planning-horizons, use: short}
          - {break: Break, minutes: 5}
          - {session: Test, minutes: 20, annex: annex-test}
\`\`\`

\`covers: all\` asks for a block of each framework item. A day with \`online: true\` is called a session, and its activities take their online minutes. A session is work that no block holds, perhaps told in an annex; a break is none.

## Look

course.yml may bring the logo, the colours and the fonts of an organization; every output follows. What is left out is derived, or Fieldkit's own:

\`\`\`yaml
look:
  logo: {file: figures/logo.svg, dark: figures/logo-on-dark.svg, alt: Campus for Safety}
  colours:
    brand: "#14532d"
    accent: {light: "#b3460e", dark: "#ffb68a"}
  fonts:
    text: {name: Source Sans 3}
    display: {name: Campus Sans, files: [fonts/campus-regular.woff2, fonts/campus-bold.woff2], licence: SIL Open Font Licence 1.1}
\`\`\`

Files lie in the folder of course.yml. A logo is SVG or PNG; an SVG needs a viewBox and its letters drawn as outlines. Without \`dark\` it stands on white where the ground is dark.

Colours: ${[...COLOURS.keys()].map((name) => `\`${name}\``).join(', ')}. Titles and solid bars are in \`brand\`, links and numbers in \`accent\`, covers on \`cover\` (which is as \`brand\` where it is not given). Values for dark screens and print are
derived from the light one, so that everything can be read; a given colour that cannot be read is an error that names the nearest one that can (see [colours-have-contrast](rules.md#colours-have-contrast)).

Fonts: \`text\` sets running text, \`display\` everything else: titles, labels, slides, worksheets and what people write into PDF fields. ${BUNDLED_FAMILIES.join(', ')} need only their name; others bring files (.woff2, .woff, .ttf, .otf), at
best regular, italic and bold. A letter that the font lacks is set in Fieldkit's.

## Ids

An id is given once in the course: lower-case letters, digits and hyphens, a letter first. A translation repeats the ids of its source, which is how the two are paired; what has no written id pairs by its order. A heading
gets one as in \`## Demography {#demography}\`.

## Fences

A fence with a name opens, a bare one closes the innermost, and nobody counts colons. The title stands in brackets, the attributes in braces, with nothing between:

\`\`\`
:::name[Title]{#id key=value key="several words"}
text
:::
\`\`\`

A leaf has two colons, one line and no end: \`::name[Title]{#id key=value}\`. Every container takes \`audience\`, which says who sees it where that differs from the default: ${COMMON_ATTRIBUTES.audience?.words?.map((word) => `\`${word}\``).join(', ')}.
`

const TAIL = `
## Citations

\`[@key]\`, \`[@key, p. 4]\` and \`[@one; @two]\` cite works of references.json; they come out as author and year. A citation stands on one line. For an at sign in brackets that is no citation write \`\\[@name]\`.

course.yml may give institutions short names, by the full name as \`literal\` of the author has it: \`abbreviations: {International Labour Organization: ILO}\`. Citations and the list of works print the short name, and the list begins with what the short names stand for.

## Cross references

An empty link to an id prints the name and number of what it leads to: \`[](#draw-horizon)\` becomes "Activity 1.2"; with words, \`[these words](#draw-horizon)\`, it stays a link with those words. \`:page[draw-horizon]\` prints the
page in the guideline. Link to ids, never to files.

## Themes

A theme declared in course.yml is a container of that name, such as \`:::gender[Whose horizon is it?]\`, wanted where course.yml says.

## Translations

Translate a file into a sibling such as \`1-horizons.fr.md\` with the same ids and the same parts in the same order. Then record that it matches its source as it is now:

\`\`\`
npm run fieldkit -- stamp modules/01-planning/1-horizons.fr.md
\`\`\`

This writes one hash a unit into \`translated\` of its front matter. When the source changes, \`npm run check\` names each unit that is behind, and readers see it too. What is not translated stands in the source language, marked.
`

function verbTable(): string {
  const samples: Record<string, string[]> = objectiveVerbs('en')?.samples ?? {}
  return [
    '| Level | Such as |',
    '| --- | --- |',
    ...Object.entries(samples).map(([level, verbs]) => `| ${level} | ${verbs.join(', ')} |`),
  ].join('\n')
}

// ---- words --------------------------------------------------------------------------------------------------------

function wordList(): string {
  const rows = Object.entries(DIRECTIVES).map(
    ([name, spec]) => `| ${link(name)} | ${form(spec)} | ${spec.sentence} | ${seenBy(spec)} | ${(spec.aliases ?? []).join(', ')} |`,
  )
  return ['## Words', '', '| Word | Form | What it is | Who sees it | Also read as |', '| --- | --- | --- | --- | --- |', ...rows, ''].join(
    '\n',
  )
}

function link(name: string): string {
  return `[${name}](#${name})`
}

function form(spec: DirectiveSpec): string {
  return spec.form === 'text' ? 'in the line' : spec.form
}

function seenBy({ audience }: DirectiveSpec): string {
  return audience === 'facilitator' ? 'facilitators' : 'all'
}

function groupText({ title, text, words, sample }: (typeof GROUPS)[number]): string {
  return [`## ${title}`, '', text, '', '```markdown', sample, '```', '', ...words.map(wordText)].join('\n')
}

function inlineText(): string {
  const sample = 'A :term[labour market information system]{of=lmis} helps; see :page[draw-horizon]. Form groups. :minutes[5]'
  const words = Object.entries(DIRECTIVES).filter(([, spec]) => spec.form === 'text')
  const text =
    'In running text a directive counts only when its name is known and a bracket or a brace follows: 10:30, 2:1 and Art:5 stay what they are.'
  return ['## In the line', '', text, '', '```', sample, '```', '', ...words.map(([name]) => wordText(name))].join('\n')
}

function wordText(name: string): string {
  const spec = DIRECTIVES[name]
  if (!spec) return ''
  const facts = [
    `${spec.sentence}.`,
    spec.title === 'required'
      ? `${spec.form === 'text' ? 'Words' : 'A title'} in brackets must be given.`
      : spec.title === 'optional'
        ? 'A title in brackets may be given.'
        : '',
    spec.inside ? `Stands inside ${spec.inside.map((word) => `\`${word}\``).join(', ')}.` : '',
    spec.outside ? `Does not stand inside ${spec.outside.map((word) => `\`${word}\``).join(', ')}.` : '',
    spec.audience === 'facilitator' ? 'Facilitators only.' : '',
  ]
  const attributes = Object.entries(spec.attributes).map(
    ([attribute, own]) => `| \`${attribute}\`${own.required ? ' (required)' : ''} | ${values(own)} | ${own.sentence} |`,
  )
  const table = attributes.length > 0 ? ['', '| Attribute | Value | |', '| --- | --- | --- |', ...attributes] : []
  return [`### ${name}`, '', facts.filter((fact) => fact !== '').join(' '), ...table, ''].join('\n')
}

function values(spec: AttributeSpec): string {
  switch (spec.type) {
    case 'id':
      return 'an id, written `#id` or `id=…`'
    case 'ids':
      return 'ids, parted by commas'
    case 'integer':
      return spec.range ? `a whole number from ${spec.range[0]} to ${spec.range[1]}` : 'a whole number'
    case 'word':
      return spec.words ? spec.words.map((word) => `\`${word}\``).join(', ') : 'an id of course.yml'
    case 'list': {
      const count = spec.counts ? `${spec.counts[0]} to ${spec.counts[1]} ` : ''
      return `${count}texts, parted by commas or by \`\\|\``
    }
    case 'yes':
      return '`yes` or `no`'
    default:
      return 'text, in quotes'
  }
}
