/**
 * Sources -> typed courses, one a language. Reading never throws on an author's text: it gives the best course it can and the
 * findings of what could not be read; the rules (check.ts) judge the rest.
 */
import type { VFileMessage } from 'vfile-message'
import { courseIn } from './assemble.ts'
import { decodeAll } from './decode.ts'
import { vocabulary } from './directives.ts'
import { compareFindings } from './finding.ts'
import { LARGEST_FILE } from './limits.ts'
import { readFiles } from './read-files.ts'
import { readReferences } from './read-references.ts'
import { noteGlossary, noteSettings, readGlossary, readSettings } from './read-settings.ts'
import type { Reading, ReadOptions, Sources } from './reading.ts'
import { unitHashes } from './translation.ts'

export type { Reading, ReadOptions, Sources } from './reading.ts'

/** Reads a course. Pure: same sources, same reading. */
export async function readCourse(sources: Sources, options: ReadOptions = {}): Promise<Reading> {
  const findings: VFileMessage[] = []
  const texts = decodeAll(sources, findings)
  const settings = readSettings(texts, findings)
  const references = readReferences(texts, findings)
  const glossary = readGlossary(texts, findings)
  const reading: Reading = {
    courses: new Map(),
    written: [],
    mentions: [],
    declared: [],
    references,
    findings,
    sources,
    unread: new Set(),
    units: () => null,
  }
  if (settings?.value) {
    const words = vocabulary(settings.value.themes.map((theme) => theme.id))
    const files = readFiles(texts, settings.value, words, findings)
    reading.written = [...files.values()].map((file) => file.written)
    noteSettings(settings.value, settings.placeOf, reading)
    noteGlossary(glossary, reading)
    reading.units = (path) => {
      const file = files.get(path)
      return file ? unitHashes(file) : null
    }
    const look = settings.value.look ? await lookIn(settings.value, settings.placeOf, sources, findings) : null
    const parts = { settings: { ...settings, value: settings.value }, files, glossary, references, sources, options, look }
    for (const language of settings.value.languages) reading.courses.set(language, await courseIn(language, parts))
  }
  findings.sort(compareFindings)
  reading.unread = wordsOfUnread(findings, sources)
  return reading
}

function wordsOfUnread(findings: readonly VFileMessage[], sources: Sources): Set<string> {
  const words = new Set<string>()
  for (const path of new Set(findings.filter((one) => one.fatal).map((one) => one.file ?? ''))) {
    const content = sources.get(path) ?? ''
    const text = typeof content === 'string' ? content : new TextDecoder('latin1').decode(content.subarray(0, LARGEST_FILE))
    for (const [word] of text.slice(0, LARGEST_FILE).matchAll(/[\p{L}\p{N}][\p{L}\p{N}_-]*/gu)) words.add(word)
  }
  return words
}

// what reads fonts and drawings is loaded where a course has a look of its own
async function lookIn(
  ...given: Parameters<typeof import('./read-look.ts').readLook>
): ReturnType<typeof import('./read-look.ts').readLook> {
  const { readLook } = await import('./read-look.ts')
  return readLook(...given)
}
