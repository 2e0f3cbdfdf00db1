/** Shapes of what authors write in YAML: course.yml, glossary.yml, the front matter of modules and blocks. */
import { z } from 'zod'
import { type ColourName, hyphenated, tokens } from '../look/tokens.ts'

const ID = /^[a-z][a-z0-9-]*$/
const id = z.string().regex(ID, 'lower-case letters, digits and hyphens, a letter first')
const text = z.string().trim().min(1)
const minutes = z.number().int().min(1).max(1440)
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as "09:00"')
const LEVELS = ['remember', 'understand', 'apply', 'analyse', 'evaluate', 'create'] as const
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'a language tag such as "en"')

/** Text in one language, or one text a language. */
const wording = z.union([z.string().trim(), z.record(language, text)], 'text, or one text a language (quote a text that holds a comma)')
export type Wording = z.infer<typeof wording>

const titled = z.strictObject({ id, title: wording })
const objective = z.strictObject({ id, text, level: z.enum(LEVELS) })
const blockMinutes = z.union(
  [minutes, z.strictObject({ full: minutes, short: minutes })],
  'a whole number of minutes, or {full: 90, short: 60}',
)
const translated = z.record(z.string(), z.string()).optional()

export const moduleFrontMatter = z.strictObject({
  id,
  title: text,
  summary: text,
  covers: z.array(id).default([]),
  objectives: z.array(objective).default([]),
  translated,
})
export type ModuleFrontMatter = z.infer<typeof moduleFrontMatter>

export const blockFrontMatter = z.strictObject({
  id,
  title: text,
  /** Of a chapter of the front or an annex. */
  audience: z.enum(['all', 'facilitator']).optional(),
  minutes: blockMinutes.optional(),
  objectives: z.array(objective).default([]),
  translated,
})
export type BlockFrontMatter = z.infer<typeof blockFrontMatter>

/** Names of colours as course.yml writes them: those of look/tokens.ts, hyphenated. */
export const COLOURS: ReadonlyMap<string, ColourName> = new Map(
  (Object.keys(tokens.colour.light) as ColourName[]).map((name) => [hyphenated(name), name]),
)
const hexColour = z.string().regex(/^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/, 'a colour in quotes such as "#0b3c5d"')
const ownColour = z.union(
  [hexColour, z.strictObject({ light: hexColour.optional(), dark: hexColour.optional(), print: hexColour.optional() })],
  'a colour in quotes such as "#0b3c5d", or one for each of light, dark and print',
)
const ownFont = z.strictObject({
  name: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} _-]*$/u, 'a name of letters, digits and blanks'),
  /** From the folder of course.yml; none for a family that comes with Fieldkit. */
  files: z.array(text).default([]),
  /** Terms under which the font may be used; shown in the imprint. */
  licence: wording.default(''),
})
const told = z.union([text, z.record(language, text)], 'text, or one text a language')

/** What an organisation changes of the look. */
const ownLook = z.strictObject({
  logo: z
    .strictObject({
      /** SVG or PNG, from the folder of course.yml. */
      file: text,
      /** The same for dark grounds. */
      dark: text.optional(),
      /** What somebody hears who does not see it. */
      alt: told,
    })
    .optional(),
  colours: z.strictObject(Object.fromEntries([...COLOURS.keys()].map((name) => [name, ownColour.optional()]))).default({}),
  fonts: z.strictObject({ text: ownFont.optional(), display: ownFont.optional() }).default({}),
})

const agendaItem = z.union(
  [
    z.strictObject({ block: id, use: z.enum(['full', 'short']).default('full') }),
    z.strictObject({ break: wording, minutes }),
    z.strictObject({ session: wording, minutes, annex: id.optional() }),
  ],
  'a block such as {block: planning-horizons, use: short}, a break such as {break: Lunch, minutes: 60}, or a session of its own such as {session: Registration, minutes: 30}',
)

export const courseFile = z.strictObject({
  id,
  title: wording,
  subtitle: wording.default(''),
  version: z.string().regex(/^\d+\.\d+\.\d+(-[\w.]+)?$/, 'a version such as "1.0.0", in quotes'),
  languages: z.array(language).min(1),
  publisher: wording.default(''),
  imprint: wording.default(''),
  disclaimer: wording.default(''),
  licence: wording.default(''),
  audience: wording.default(''),
  /** Logo, colours and fonts of the organisation; Fieldkit's where left out. */
  look: ownLook.optional(),
  cap: z.number().int().min(1).max(2000).default(150),
  budgets: z
    .strictObject({
      pages: z.record(z.string(), z.number().int().min(0)).default({}),
      weights: z.record(z.string(), z.number().int().min(1)).default({}),
    })
    .default({ pages: {}, weights: {} }),
  themes: z.array(z.strictObject({ id, title: wording, wanted: z.enum(['block', 'module', 'none']).default('block') })).default([]),
  framework: z
    .strictObject({
      id,
      title: wording,
      item: wording,
      note: wording.default(''),
      items: z.array(z.strictObject({ id, title: wording, confirmed: z.boolean().default(true), note: wording.default('') })).min(1),
    })
    .optional(),
  stakeholders: z.array(titled).default([]),
  cases: z.array(titled).default([]),
  goals: z
    .strictObject({
      talk: z.number().min(0).max(1).optional(),
      methods: z.number().int().min(1).optional(),
      'slide-words': z.number().int().min(1).optional(),
      'sentence-words': z.number().int().min(1).optional(),
    })
    .default({}),
  abbreviations: z.record(z.string(), text).default({}),
  methods: z
    .array(
      z.strictObject({
        id,
        title: wording,
        form: z.enum(['plenary', 'groups', 'pairs', 'individual']),
        when: wording.default(''),
      }),
    )
    .default([
      { id: 'plenary', title: 'Plenary', form: 'plenary', when: '' },
      { id: 'group-work', title: 'Group work', form: 'groups', when: '' },
      { id: 'pairs', title: 'Work in pairs', form: 'pairs', when: '' },
      { id: 'individual-work', title: 'Individual work', form: 'individual', when: '' },
    ]),
  agendas: z
    .array(
      z.strictObject({
        id,
        title: wording,
        /** For whom it is and what for, in a sentence. */
        summary: wording.default(''),
        default: z.boolean().default(false),
        /** `all`: it must hold a block for each framework item. */
        covers: z.literal('all', 'all, or nothing where it leaves framework items out').optional(),
        days: z
          .array(
            z.strictObject({
              title: wording,
              start: time,
              end: time,
              /** Held online: blocks take the online minutes of their activities. */
              online: z.boolean().default(false),
              items: z.array(agendaItem).min(1),
            }),
          )
          .min(1),
      }),
    )
    .default([]),
  online: z
    .strictObject({
      session: minutes.default(90),
      meeting: z.string().default(''),
      ladder: z.array(z.strictObject({ id, title: wording, needs: wording })).default([]),
    })
    .default({ session: 90, meeting: '', ladder: [] }),
})
export type CourseFile = z.infer<typeof courseFile>

export const glossaryFile = z.array(
  z.strictObject({
    id,
    term: wording,
    definition: wording,
    sources: z.array(z.string()).default([]),
    unverified: z.boolean().default(false),
  }),
)
export type GlossaryFile = z.infer<typeof glossaryFile>

/** CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html): what we read of it is checked, the rest passes through. */
export const referencesFile = z.array(
  z.looseObject({
    id: z.string().min(1),
    type: z.string().min(1),
    title: z.string().optional(),
    URL: z
      .string()
      .regex(/^https?:\/\//, 'a web address that begins with http:// or https://')
      .optional(),
  }),
)
export type Reference = z.infer<typeof referencesFile>[number]
