/** Bytes of the text files of a course -> text. */
import type { VFileMessage } from 'vfile-message'
import type { Place } from './course.ts'
import { finding } from './finding.ts'
import type { Sources } from './reading.ts'

const TEXT = /\.(md|yml|json)$/

/** The texts among the sources, without byte order marks; what is not UTF-8 is a finding. Sorted by path. */
export function decodeAll(sources: Sources, findings: VFileMessage[]): Map<string, string> {
  const texts = new Map<string, string>()
  for (const path of [...sources.keys()].sort()) {
    if (!TEXT.test(path) || path.includes('/figures/')) continue
    const content = sources.get(path) ?? ''
    const text = typeof content === 'string' ? content : decode(content)
    if (text === null) {
      findings.push(
        finding('Unexpected bytes that are not UTF-8, expected a UTF-8 text file', {
          rule: 'source-is-readable',
          severity: 'error',
          place: badByte(path, content as Uint8Array),
          note: 'Save the file as UTF-8 in your editor.',
        }),
      )
    } else texts.set(path, text.replace(/^\uFEFF/, ''))
  }
  return texts
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

// The line of the first byte that does not decode, found by decoding ever longer beginnings line by line.
function badByte(path: string, bytes: Uint8Array): Place {
  let line = 1
  let start = 0
  for (let index = 0; index <= bytes.length; index++) {
    if (index < bytes.length && bytes[index] !== 10) continue
    if (decode(bytes.subarray(start, index)) === null) break
    start = index + 1
    line++
  }
  return { path, start: { line, column: 1 }, end: { line, column: 1 } }
}
