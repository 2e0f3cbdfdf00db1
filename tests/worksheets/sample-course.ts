/** Small course values for the tests of this room: no parser in between, worksheets with every kind of field. */
import { fromMarkdown } from 'mdast-util-from-markdown'
import type {
  Audience,
  Course,
  Field,
  Flesh,
  Language,
  Piece,
  PieceBase,
  PieceNode,
  Place,
  Target,
  Worksheet,
} from '../../course/course.ts'

let line = 1

/** Places rise line by line, as in a source file. */
export function place(): Place {
  line += 1
  const start = { line, column: 1, offset: line * 100 }
  return { path: 'modules/01-planning/1-horizons.md', start, end: { line, column: 20, offset: line * 100 + 19 } }
}

type OfKind<Kind extends Piece['kind'], Any = Piece> = Any extends { kind: infer Kinds } ? (Kind extends Kinds ? Any : never) : never
type Own<Kind extends Piece['kind']> = Omit<OfKind<Kind>, keyof PieceBase | 'kind'>

export function piece<Kind extends Piece['kind']>(
  kind: Kind,
  id: string,
  title: string,
  own: Own<Kind>,
  audience: Audience = 'all',
): OfKind<Kind> {
  const base = { id, named: true, title, label: [{ type: 'text' as const, value: title }], audience, place: place() }
  return { ...base, kind, ...own } as unknown as OfKind<Kind>
}

export function node(held: Piece): PieceNode {
  return { type: 'piece', piece: held }
}

export function text(markdown: string): Flesh {
  return fromMarkdown(markdown).children as Flesh
}

export function answers(id: string, markdown: string): PieceNode {
  return node(
    piece(
      'answers',
      id,
      '',
      { body: text(markdown), countries: [], covers: [], tells: null, stakeholders: [], minutes: null },
      'facilitator',
    ),
  )
}

export function worksheet(id: string, title: string, body: Flesh, own: Partial<Worksheet> = {}): Worksheet {
  return { ...piece('worksheet', id, title, { minutes: 20, group: false, anonymous: false, body }), number: '1.2', ...own }
}

/** A course that holds only what worksheets look at. */
export function courseWith(worksheets: Worksheet[], own: Partial<Course> = {}): Course {
  const language: Language = own.language ?? 'en'
  const label = { en: 'Worksheet', fr: 'Fiche', ar: 'ورقة العمل' }[language] ?? 'Worksheet'
  const target = (sheet: Worksheet): [string, Target] => [
    sheet.id,
    {
      id: sheet.id,
      kind: 'worksheet',
      label: `${label} ${sheet.number}`,
      title: sheet.title,
      module: 'planning',
      block: 'planning-horizons',
      audience: 'all',
      place: sheet.place,
    },
  ]
  return {
    id: 'smp',
    title: 'Skills Mobility Partnerships',
    subtitle: '',
    version: '1.0',
    fingerprint: '3f2a9c01',
    language,
    languages: [language],
    direction: language === 'ar' ? 'rtl' : 'ltr',
    publisher: 'Training Unit',
    imprint: 'Published by the Training Unit. Text under CC BY 4.0.',
    disclaimer: '',
    licence: 'CC BY 4.0',
    audience: '',
    look: null,
    limits: { cap: 150, pages: {}, weights: {} },
    places: new Map(),
    themes: [],
    framework: null,
    methods: [],
    stakeholders: [],
    cases: [],
    goals: { talk: null, methods: null, slideWords: null, sentenceWords: null },
    abbreviations: new Map(),
    agendas: [],
    online: { session: 90, meeting: '', ladder: [] },
    front: null,
    modules: [],
    annexes: null,
    glossary: [],
    bibliography: [],
    targets: new Map(worksheets.map(target)),
    figures: [],
    worksheets,
    ...own,
  }
}

/** Every kind of field, with answers. 3 head lines + 1 + 12 + 6 + 1 + 3 + 1 + 2 + 1 = 30 form fields; the choice of one and the scales are one field each. */
export function horizonSheet(): Worksheet {
  const fields: Field[] = [
    piece('lines', 'shortage', 'The shortage in one sentence', { rows: 2 }),
    piece('table', 'occupations', 'By occupation', {
      columns: ['Occupation', 'Now', 'In 3 years', 'In 10 years'],
      rows: 3,
      labels: [],
      widths: [],
    }),
    piece('table', 'care', 'Care rows', {
      columns: ['Need', 'Who does this work today?', 'What should change?', 'Source'],
      rows: 0,
      labels: ['Paid care in private homes', 'Unpaid care that keeps people out of paid work'],
      widths: [],
    }),
    piece('choice', 'who', 'Who should plan this?', { options: ['Ministry of labour', 'Employers', 'Both'], multiple: false }),
    piece('choice', 'meet', 'A new partnership can still meet', {
      options: ['needs of this year', 'needs in about three years', 'needs in about ten years'],
      multiple: true,
    }),
    piece('scale', 'sure', 'How sure are we of these numbers?', { min: 1, max: 5, low: 'a guess', high: 'checked data', statements: [] }),
    piece('scale', 'agree', 'How far do you agree?', {
      min: 1,
      max: 5,
      low: 'not at all',
      high: 'fully, and we can prove it',
      statements: ['We know which skills we will need in three and in ten years', 'All ministries and partners concerned decide together'],
    }),
    piece('box', 'arrow', 'Draw the horizon of one occupation', { height: 40, zones: [], axes: [], grid: false }),
  ]
  return worksheet(
    'w-horizon',
    'Skills needs on three horizons',
    [
      ...text('One sheet per group. Use numbers only if you can name their source. Otherwise write *estimate*.'),
      ...fields.map(node),
      answers('w-horizon-answers', 'A good sheet has at least one occupation in each of the later horizons.'),
    ],
    { group: true },
  )
}

export function frenchSheet(): Worksheet {
  return worksheet('w-horizon', 'Besoins de compétences à trois horizons', [
    ...text('Une fiche par groupe. N’indiquez un chiffre que si vous pouvez en citer la source.'),
    node(piece('lines', 'shortage', 'La pénurie en une phrase : où, quand, combien ?', { rows: 2 })),
    node(
      piece('table', 'occupations', 'Par métier', {
        columns: ['Métier', 'Maintenant', 'Dans 3 ans', 'Dans 10 ans'],
        rows: 4,
        labels: [],
        widths: [],
      }),
    ),
    node(
      piece('choice', 'who', 'Qui devrait planifier ?', { options: ['Ministère du travail', 'Employeurs', 'Les deux'], multiple: false }),
    ),
  ])
}

export function arabicSheet(): Worksheet {
  return worksheet('w-horizon', 'احتياجات المهارات في ثلاثة آفاق', [
    ...text('ورقة واحدة لكل مجموعة. لا تستخدموا رقماً إلا إذا عرفتم مصدره.'),
    node(piece('lines', 'shortage', 'النقص في جملة واحدة', { rows: 3 })),
    node(
      piece('table', 'occupations', 'حسب المهنة', {
        columns: ['المهنة', 'الآن', 'بعد ٣ سنوات', 'بعد ١٠ سنوات'],
        rows: 4,
        labels: [],
        widths: [],
      }),
    ),
    node(piece('choice', 'who', 'من ينبغي أن يخطط؟', { options: ['وزارة العمل', 'أصحاب العمل', 'الاثنان معاً'], multiple: true })),
    node(piece('scale', 'sure', 'ما مدى ثقتنا بهذه الأرقام؟', { min: 1, max: 5, low: 'تخمين', high: 'بيانات مؤكدة', statements: [] })),
    answers('w-horizon-answers', 'الورقة الجيدة تذكر مهنة واحدة على الأقل في كل أفق.'),
  ])
}
