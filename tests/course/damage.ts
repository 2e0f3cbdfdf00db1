/** Damaged sources: what editors, converters, copying and bad will do to a text. Seeded, so that a failure can be repeated by its number. */

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export type Damage = (text: string, random: () => number) => string | Uint8Array

const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)] as T
const upTo = (most: number, random: () => number): number => Math.floor(random() * most)
const insert = (text: string, at: number, what: string): string => text.slice(0, at) + what + text.slice(at)
const somewhere = (text: string, what: string, random: () => number): string => insert(text, upTo(text.length, random), what)
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Bits of the language where they do not belong. */
const SHARDS = [
  ':::',
  '\n:::\n',
  '\n:::slide[',
  '\n:::activity[A]{#a minutes=5',
  '\n::figure[',
  '::',
  ':',
  ':term[',
  ':term[a]{of=',
  ':minutes[',
  ':minutes[999999999999]',
  ':page[',
  '[@',
  '[@a',
  '[@;]',
  ']',
  '[',
  '[](#',
  '[](',
  '![',
  '{#',
  '{',
  '}',
  '{#a .b c=d e="f',
  '\n---\n',
  '\n***\n',
  '\n## {#x}\n',
  '\n# \n',
  '**',
  '__',
  '~~',
  '`',
  '```',
  '\n```\n',
  '\n~~~',
  '<',
  '<!--',
  '-->',
  '<script>',
  '</script>',
  '<a href="',
  '<![CDATA[',
  '&',
  '&#x0;',
  '&#1114112;',
  '&amp;amp;',
  '\\',
  '\\\n',
  '\n> ',
  '\n- ',
  '\n1. ',
  '\n- [x] ',
  '\n|',
  '| --- |\n',
  '\n    ',
  '\t',
  '\r',
  '\r\n',
  '\n\n\n\n',
  '\u0000',
  '\uFEFF',
  '\u202E',
  '\u200B',
  '\u2028',
  '\uD800',
  '\uDFFF',
  '👩🏽‍🏭',
  'İ',
  'ﷺ',
  'e\u0301'.repeat(40),
  '10:30',
  '2:1',
  'Art:5',
  'a < b {c}',
  'http://',
  'www.a',
  'a@b.c',
  '[^1]',
  '[^1]: x',
  '\n[a]: <b',
  '$',
  '%',
  '../../../etc/passwd',
  'javascript:alert(1)',
  'file:///etc/passwd',
  '__proto__',
  'constructor',
]
/** Front matter and attributes that no author means. */
const FRONT = [
  'id: [',
  'id: {}',
  'id: !!js/function "function () {}"',
  'id: &a [*a]',
  'a: &a [1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b]',
  '? |',
  '- - - - -',
  'id: "',
  '<<: *x',
  '\t- x',
  'id: taps-washers\nid: taps-washers',
  '__proto__: {a: 1}',
  'id: 2020-01-01',
  'minutes: 1e400',
  'minutes: -1',
  'title: >',
  'objectives: [{id: o1}, null, 3]',
  'translated: {a: 1}',
  '%YAML 9.9\n---',
  '...\n---\n...',
  `title: ${'['.repeat(200)}`,
  `title: ${'{a: '.repeat(200)}`,
]

/** One kind of damage each. */
export const DAMAGES: Readonly<Record<string, Damage>> = {
  cut: (text, random) => text.slice(0, upTo(text.length, random)),
  'cut at the head': (text, random) => text.slice(upTo(text.length, random)),
  'part taken out': (text, random) => {
    const start = upTo(text.length, random)
    return text.slice(0, start) + text.slice(start + upTo(400, random))
  },
  'part doubled': (text, random) => {
    const start = upTo(text.length, random)
    return insert(text, upTo(text.length, random), text.slice(start, start + upTo(3000, random)))
  },
  'lines shuffled': (text, random) => {
    const lines = text.split('\n')
    for (let turn = 0; turn < 12; turn++) lines.splice(upTo(lines.length, random), 0, ...lines.splice(upTo(lines.length, random), 1))
    return lines.join('\n')
  },
  'lines joined': (text, random) => text.replace(/\n/g, (end) => (random() < 0.2 ? ' ' : end)),
  'bits flipped': (text, random) => {
    const flipped = bytes(text)
    for (let turn = 0; turn < 8; turn++) {
      const at = upTo(flipped.length, random)
      flipped[at] = (flipped[at] ?? 0) ^ (1 << upTo(8, random))
    }
    return flipped
  },
  'marks lost': (text, random) => text.replace(/[:\]})"`*]/g, (mark) => (random() < 0.05 ? '' : mark)),
  'marks doubled': (text, random) => text.replace(/[:[\]{}"`*|<>#-]/g, (mark) => (random() < 0.05 ? mark + mark : mark)),
  'fences lost': (text, random) => text.replace(/^:::.*$/gm, (fence) => (random() < 0.15 ? '' : fence)),
  'colons of any count': (text, random) => text.replace(/^:::/gm, () => ':'.repeat(1 + upTo(9, random))),
  shards: (text, random) =>
    Array.from({ length: 1 + upTo(12, random) }).reduce<string>((now) => somewhere(now, pick(SHARDS, random), random), text),
  'other front matter': (text, random) => text.replace(/^---\n[\s\S]*?\n---/, `---\n${pick(FRONT, random)}\n---`),
  'line in the front matter': (text, random) => insert(text, 4, `${pick(FRONT, random)}\n`),
  indented: (text, random) => text.replace(/^(?=.)/gm, ' '.repeat(1 + upTo(6, random))),
  quoted: (text, random) => text.replace(/^/gm, '> '.repeat(1 + upTo(4, random))),
  'in a list': (text) => `- ${text.replace(/\n/g, '\n  ')}`,
  'carriage returns': (text, random) => text.replace(/\n/g, random() < 0.5 ? '\r\n' : '\r'),
  'latin-1': (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 255),
  'utf-16': (text) =>
    Uint8Array.from([255, 254, ...[...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8])]),
}

/** Texts that make parsers slow or throw, with a size: each is put into a file that is in order otherwise. */
export const BURDENS: Readonly<Record<string, (size: number) => string>> = {
  'nested quotes': (size) => `${'> '.repeat(size)}a`,
  'nested lists': (size) => Array.from({ length: Math.min(size, 800) }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'),
  'nested lists on a line': (size) => `${'- '.repeat(size)}a`,
  'nested numbered lists': (size) => `${'1. '.repeat(size)}a`,
  'lists and quotes': (size) => `${'> - '.repeat(size)}a`,
  'nested fences': (size) => `${':::tip\n'.repeat(size)}a\n${':::\n'.repeat(size)}`,
  'open fences': (size) => ':::tip\n'.repeat(size),
  'closed fences': (size) => ':::\n'.repeat(size),
  'indented fences': (size) => '      :::tip\n'.repeat(size),
  'fences in a list': (size) => `- a\n${'  :::tip\n  b\n  :::\n'.repeat(size)}`,
  'emphasis opened': (size) => 'a**b'.repeat(size),
  'emphasis of both kinds': (size) => '*a _b '.repeat(size),
  'emphasis by paragraphs': (size) => `${'*a _b **c '.repeat(20)}\n\n`.repeat(size / 20),
  'strong nested': (size) => `${'**a '.repeat(size)}${'b** '.repeat(size)}`,
  strikethrough: (size) => '~~a~~b'.repeat(size),
  'backticks of many lengths': (size) => Array.from({ length: Math.min(size, 400) }, (_, length) => `${'`'.repeat(length + 1)}a`).join(' '),
  backticks: (size) => '`a``b'.repeat(size),
  'brackets opened': (size) => '['.repeat(size),
  'brackets nested': (size) => `${'['.repeat(size)}a${']'.repeat(size)}`,
  'links opened': (size) => '[a]('.repeat(size),
  'links to nowhere': (size) => '[a](#b)'.repeat(size),
  'images opened': (size) => '![a]('.repeat(size),
  'citations opened': (size) => '[@a '.repeat(size),
  citations: (size) => '[@a-1] '.repeat(size),
  'terms opened': (size) => ':term['.repeat(size),
  'terms nested': (size) => `${':term['.repeat(size)}a${']'.repeat(size)}`,
  terms: (size) => ':term[washer] '.repeat(size),
  'braces opened': (size) => ':term[a]{b='.repeat(size),
  attributes: (size) => `:::slide[A]{#a ${'b=c '.repeat(size)}}\n:::`,
  leaves: (size) => '::figure[A]{#a src=a.svg}\n\n'.repeat(size),
  'leaves broken': (size) => '::figure[A]{#a src=}\n'.repeat(size),
  'titles without end': (size) => ':::slide[a\n'.repeat(size),
  'html opened': (size) => '<a '.repeat(size),
  'comments opened': (size) => '<!-- a '.repeat(size),
  'html blocks': (size) => '<div>\n\n'.repeat(size),
  autolinks: (size) => 'www.a.b '.repeat(size),
  addresses: (size) => 'a@b.c '.repeat(size),
  'half an address': (size) => 'a.'.repeat(size),
  'half a web address': (size) => 'http://a.'.repeat(size),
  entities: (size) => '&amp;'.repeat(size),
  ampersands: (size) => '&a'.repeat(size),
  escapes: (size) => '\\'.repeat(size),
  colons: (size) => ':'.repeat(size),
  'colons with letters': (size) => ':a'.repeat(size),
  definitions: (size) => Array.from({ length: size }, (_, at) => `[a${at}]: b`).join('\n'),
  references: (size) => `${'[a] '.repeat(size)}\n\n[a]: b`,
  footnotes: (size) => Array.from({ length: size }, (_, at) => `[^${at}]`).join(''),
  headings: (size) => '## a {#a}\n'.repeat(size),
  tables: (size) => '| a | b |\n| - | - |\n| c | d |\n\n'.repeat(size / 4),
  'wide table': (size) => `${'|a'.repeat(size)}|\n${'|-'.repeat(size)}|\n${'|b'.repeat(size)}|`,
  'long table': (size) => `| a | b |\n| - | - |\n${'| **c** | `d` |\n'.repeat(size)}`,
  'table of pipes': (size) => `${'|'.repeat(size)}\n${'|-'.repeat(size)}`,
  'task lists': (size) => '- [x] a\n'.repeat(size),
  'blank lines': (size) => '\n'.repeat(size),
  blanks: (size) => ' '.repeat(size),
  tabs: (size) => '\t'.repeat(size),
  'carriage returns': (size) => '\r'.repeat(size),
  breaks: (size) => 'a  \n'.repeat(size),
  'one word': (size) => 'a'.repeat(size),
  words: (size) => 'word '.repeat(size),
  'letters of two halves': (size) => '👩🏽‍🏭'.repeat(size),
  'half letters': (size) => '\uD800'.repeat(size),
  'right to left marks': (size) => '\u202Ea'.repeat(size),
  'marks over a letter': (size) => `e${'\u0301'.repeat(size)}`,
  'no-break blanks': (size) => '\u00a0:::tip\n'.repeat(size),
}
