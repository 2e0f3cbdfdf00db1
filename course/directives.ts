/**
 * The vocabulary of the course language, as data. The reader checks names and attributes against it, the authors'
 * reference and the editors' schema are printed from it, and aliases of other lesson formats are listed here.
 */
import type { Audience, SummaryOf } from './course.ts'

/** What a `summary` can show. */
export const SUMMARIES: readonly SummaryOf[] = [
  'methods',
  'agendas',
  'materials',
  'framework',
  'objectives',
  'themes',
  'cases',
  'stakeholders',
  'minutes',
]

export interface AttributeSpec {
  type: 'id' | 'ids' | 'integer' | 'word' | 'list' | 'shares' | 'text' | 'yes'
  required?: true
  /** Allowed words for type `word`. */
  words?: readonly string[]
  /** Fewest and most texts for type `list`; any number where left out. */
  counts?: readonly [number, number]
  /** Smallest and largest value for type `integer`. */
  range?: readonly [number, number]
  sentence: string
}

export interface DirectiveSpec {
  form: 'container' | 'leaf' | 'text'
  sentence: string
  /** Whether the title in brackets is `required`, `optional` or absent (`none`). */
  title: 'required' | 'optional' | 'none'
  /** Words under which it may stand directly; absent = anywhere but in a leaf. */
  inside?: readonly string[]
  /** Words under which it may not stand directly. */
  outside?: readonly string[]
  audience: Audience
  attributes: Readonly<Record<string, AttributeSpec>>
  /** Names the same thing has in Carpentries and Quarto lessons. */
  aliases?: readonly string[]
}

const id = (required?: true): AttributeSpec => ({
  type: 'id',
  ...(required ? { required } : {}),
  sentence: 'Id, unique in the course, equal in every language',
})
const minutes = (sentence: string, required?: true): AttributeSpec => ({
  type: 'integer',
  range: [1, 1440],
  ...(required ? { required } : {}),
  sentence,
})
const size: AttributeSpec = { type: 'integer', range: [1, 500], sentence: 'People in a group' }

/** Attributes every container takes. */
export const COMMON_ATTRIBUTES: Readonly<Record<string, AttributeSpec>> = {
  audience: { type: 'word', words: ['all', 'facilitator', 'participant'], sentence: 'Who sees it, where that differs from the default' },
  uncited: { type: 'text', sentence: 'Why figures in it stand without a citation, such as "invented"' },
}

/** What is laid out or run as one thing: no slide, activity or worksheet stands in the middle of it. */
const WHOLE = [
  'slide',
  'notes',
  'activity',
  'materials',
  'online',
  'low-bandwidth',
  'debrief',
  'answers',
  'worksheet',
  'quiz',
  'question',
] as const

const WITH_ANSWERS = ['debrief', 'worksheet', 'question', 'discussion', 'activity', 'case'] as const

export const DIRECTIVES: Readonly<Record<string, DirectiveSpec>> = {
  activity: {
    form: 'container',
    sentence: 'What participants do, in timed steps',
    title: 'required',
    outside: WHOLE,
    audience: 'all',
    aliases: ['challenge'],
    attributes: {
      id: id(true),
      minutes: minutes('Minutes in the room', true),
      method: { type: 'word', required: true, sentence: 'Id of a method of course.yml' },
      size,
      objectives: { type: 'ids', sentence: 'Objectives it serves' },
      worksheet: { type: 'ids', sentence: 'Worksheets it uses' },
      stakeholders: { type: 'ids', sentence: 'Stakeholder groups of course.yml whose part people take or judge' },
      cut: { type: 'word', words: ['first', 'last', 'never'], sentence: 'What to cut when late: first, last or never' },
    },
  },
  materials: {
    form: 'container',
    sentence: 'What must lie ready for the activity',
    title: 'none',
    inside: ['activity'],
    audience: 'facilitator',
    attributes: {},
  },
  online: {
    form: 'container',
    sentence: 'What changes when the activity is run online',
    title: 'none',
    inside: ['activity'],
    audience: 'facilitator',
    attributes: {
      method: {
        type: 'word',
        required: true,
        words: ['plenary', 'breakout', 'pairs', 'individual', 'asynchronous'],
        sentence: 'How people work online',
      },
      size,
      minutes: minutes('Minutes online, where they differ'),
      tool: {
        type: 'word',
        words: ['board', 'chat', 'poll', 'shared-document', 'slides', 'phone', 'none'],
        sentence: 'What it is done with',
      },
    },
  },
  'low-bandwidth': {
    form: 'container',
    sentence: 'The way without video: phone, message group, e-mail, paper',
    title: 'none',
    inside: ['online'],
    audience: 'facilitator',
    attributes: {},
  },
  debrief: {
    form: 'container',
    sentence: 'Questions that turn the activity into learning',
    title: 'none',
    inside: ['activity'],
    audience: 'facilitator',
    attributes: {},
  },
  answers: {
    form: 'container',
    sentence: 'Expected answers, for the facilitator',
    title: 'optional',
    inside: WITH_ANSWERS,
    audience: 'facilitator',
    aliases: ['solution'],
    attributes: {},
  },
  slide: {
    form: 'container',
    sentence: 'One slide of the deck',
    title: 'optional',
    outside: WHOLE,
    audience: 'all',
    attributes: {
      id: id(true),
      layout: {
        type: 'word',
        words: ['bullets', 'statement', 'two-columns', 'figure', 'case', 'question', 'data', 'process', 'section'],
        sentence: 'How the slide is laid out',
      },
    },
  },
  notes: {
    form: 'container',
    sentence: 'What the facilitator says while the slide is shown',
    title: 'none',
    inside: ['slide'],
    audience: 'facilitator',
    attributes: {},
  },
  case: {
    form: 'container',
    sentence: 'A real case: situation, choice, result, question',
    title: 'required',
    audience: 'all',
    attributes: {
      id: id(true),
      countries: { type: 'list', sentence: 'Countries of the case' },
      covers: { type: 'ids', sentence: 'Framework items it illustrates' },
      tells: { type: 'ids', sentence: 'Id of the case of course.yml that it tells' },
      stakeholders: { type: 'ids', sentence: 'Stakeholder groups of course.yml whose part it shows' },
    },
  },
  discussion: {
    form: 'container',
    sentence: 'Questions to the room',
    title: 'optional',
    audience: 'all',
    attributes: { id: id(), minutes: minutes('Planned minutes') },
  },
  'key-message': {
    form: 'container',
    sentence: 'What to remember, in a sentence or two',
    title: 'optional',
    audience: 'all',
    aliases: ['keypoints'],
    attributes: { id: id() },
  },
  tip: {
    form: 'container',
    sentence: 'A tip for the facilitator',
    title: 'optional',
    audience: 'facilitator',
    aliases: ['callout'],
    attributes: { id: id() },
  },
  warning: { form: 'container', sentence: 'A caution', title: 'optional', audience: 'all', attributes: { id: id() } },
  facilitator: {
    form: 'container',
    sentence: 'Text for facilitators only',
    title: 'optional',
    audience: 'facilitator',
    aliases: ['instructor'],
    attributes: { id: id() },
  },
  participant: {
    form: 'container',
    sentence: 'Text addressed to participants',
    title: 'optional',
    audience: 'all',
    attributes: { id: id() },
  },
  context: {
    form: 'container',
    sentence: 'A note for one country or region',
    title: 'optional',
    audience: 'all',
    attributes: {
      id: id(),
      country: { type: 'text', sentence: 'ISO 3166 code of the country' },
      region: { type: 'text', sentence: 'Name of the region' },
    },
  },
  'to-validate': {
    form: 'container',
    sentence: 'A statement or question put to the validators',
    title: 'optional',
    audience: 'facilitator',
    attributes: { id: id(true) },
  },
  quiz: {
    form: 'container',
    sentence: 'Questions with options',
    title: 'optional',
    outside: WHOLE,
    audience: 'all',
    attributes: { id: id(true) },
  },
  question: {
    form: 'container',
    sentence: 'One question; a task list gives the options, `- [x]` the right ones',
    title: 'required',
    inside: ['quiz'],
    audience: 'all',
    attributes: { id: id(true), objectives: { type: 'ids', sentence: 'Objectives it tests' } },
  },
  figure: {
    form: 'leaf',
    sentence: 'A numbered figure; as a container around a table, a numbered table',
    title: 'optional',
    audience: 'all',
    attributes: {
      id: id(true),
      src: { type: 'text', sentence: 'Drawing: .svg, .mmd, .vl.json, .png or .jpg, beside the file' },
      alt: { type: 'text', sentence: 'The point of the figure, for those who cannot see it' },
      width: { type: 'word', words: ['wide', 'full', 'half'], sentence: 'How wide it stands' },
      credit: { type: 'text', sentence: 'Credit line' },
    },
  },
  framework: {
    form: 'leaf',
    sentence: 'The list of framework items of course.yml',
    title: 'none',
    audience: 'all',
    attributes: {},
  },
  summary: {
    form: 'leaf',
    sentence: 'A table made from the course: how it is run, or what covers what',
    title: 'optional',
    audience: 'facilitator',
    attributes: {
      of: {
        type: 'word',
        required: true,
        words: SUMMARIES,
        sentence: 'What it shows',
      },
    },
  },
  objectives: {
    form: 'container',
    sentence: 'Learning objectives of a lesson moved in from elsewhere; our own stand in the front matter',
    title: 'none',
    audience: 'all',
    attributes: {},
  },
  worksheet: {
    form: 'container',
    sentence: 'A sheet people write on',
    title: 'required',
    outside: WHOLE,
    audience: 'all',
    attributes: {
      id: id(true),
      minutes: minutes('Minutes to fill it in'),
      group: { type: 'yes', sentence: 'One sheet a group' },
      anonymous: { type: 'yes', sentence: 'No line for a name or a group at its head' },
    },
  },
  lines: {
    form: 'leaf',
    sentence: 'Lines to write on',
    title: 'required',
    inside: ['worksheet'],
    audience: 'all',
    attributes: { id: id(true), rows: { type: 'integer', range: [1, 40], sentence: 'Number of lines' } },
  },
  table: {
    form: 'leaf',
    sentence: 'A table to fill in',
    title: 'required',
    inside: ['worksheet'],
    audience: 'all',
    attributes: {
      id: id(true),
      columns: { type: 'list', required: true, sentence: 'Column heads, parted by commas, or by | where a comma is inside' },
      rows: { type: 'integer', range: [1, 40], sentence: 'Number of empty rows' },
      labels: { type: 'list', sentence: 'Text of the first column, one a row' },
      widths: { type: 'shares', sentence: 'Width of each column beside the others, such as 3,1,1; the same for all where left out' },
    },
  },
  choice: {
    form: 'leaf',
    sentence: 'Options to tick',
    title: 'required',
    inside: ['worksheet'],
    audience: 'all',
    attributes: {
      id: id(true),
      options: { type: 'list', required: true, sentence: 'The options' },
      multiple: { type: 'yes', sentence: 'More than one may be ticked' },
    },
  },
  scale: {
    form: 'leaf',
    sentence: 'A scale to mark',
    title: 'required',
    inside: ['worksheet'],
    audience: 'all',
    attributes: {
      id: id(true),
      min: { type: 'integer', range: [0, 10], sentence: 'Lowest value' },
      max: { type: 'integer', range: [1, 10], sentence: 'Highest value' },
      low: { type: 'text', sentence: 'What the lowest value means' },
      high: { type: 'text', sentence: 'What the highest value means' },
      statements: { type: 'list', sentence: 'Several statements, one scale each' },
    },
  },
  box: {
    form: 'leaf',
    sentence: 'Free space to write, draw or map on',
    title: 'required',
    inside: ['worksheet'],
    audience: 'all',
    attributes: {
      id: id(true),
      height: { type: 'integer', range: [10, 240], sentence: 'Height in millimetres' },
      zones: { type: 'list', counts: [2, 9], sentence: 'Names of its parts, row by row: up to three in a row, four as two by two' },
      axes: { type: 'list', counts: [2, 4], sentence: 'What its sides mean: left and right end, then those of foot and head' },
      grid: { type: 'yes', sentence: 'A light grid to draw on' },
    },
  },
  questions: {
    form: 'leaf',
    sentence: 'Every quiz question of the course, to tick',
    title: 'none',
    inside: ['worksheet'],
    audience: 'all',
    attributes: {},
  },
  term: {
    form: 'text',
    sentence: 'A term of the glossary',
    title: 'required',
    audience: 'all',
    attributes: { of: { type: 'id', sentence: 'Glossary id, where the words differ from the term' } },
  },
  minutes: {
    form: 'text',
    sentence: 'Planned minutes of a step or a slide',
    title: 'required',
    inside: ['activity', 'notes', 'slide'],
    audience: 'all',
    attributes: { cut: { type: 'word', words: ['first'], sentence: 'The step or slide is left out in the short form of the block' } },
  },
  uncited: {
    form: 'text',
    sentence: 'A figure without a citation, with the reason: invented, or our own count',
    title: 'required',
    audience: 'all',
    attributes: { reason: { type: 'text', required: true, sentence: 'Why there is no source' } },
  },
  page: {
    form: 'text',
    sentence: 'The page of a thing in the guideline',
    title: 'required',
    audience: 'all',
    attributes: {},
  },
}

const LENS: DirectiveSpec = {
  form: 'container',
  sentence: 'A cross-cutting theme seen in this block',
  title: 'optional',
  audience: 'all',
  attributes: { id: id() },
}

/** The vocabulary of one course: the words above plus one container a cross-cutting theme. */
export interface Vocabulary {
  directives: ReadonlyMap<string, DirectiveSpec>
  aliases: ReadonlyMap<string, string>
  themes: ReadonlySet<string>
}

/** Vocabulary of a course with these theme ids (course.yml, `themes`). */
export function vocabulary(themes: readonly string[]): Vocabulary {
  const directives = new Map(Object.entries(DIRECTIVES))
  for (const theme of themes) if (!directives.has(theme)) directives.set(theme, LENS)
  const aliases = new Map<string, string>()
  for (const [name, spec] of directives) for (const alias of spec.aliases ?? []) aliases.set(alias, name)
  return { directives, aliases, themes: new Set(themes.filter((theme) => !(theme in DIRECTIVES))) }
}
