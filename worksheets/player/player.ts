/**
 * Runs in the page of an interactive worksheet: keeps what is written, saves it to a file and takes it over from one,
 * prints, clears. Nothing is sent anywhere. Bundled into each page as one classic script, since module scripts do not
 * load from disk.
 */
import { answersOf, fill, mirror } from './form-answers.ts'
import { openKeeping } from './keeping.ts'
import { type AnswerFile, type Answers, readAnswers, type SheetData } from './sheet-data.ts'

const sheet: SheetData = JSON.parse(byId('sheet-data').textContent ?? '')
const form = byId<HTMLFormElement>('sheet')
const keeping = openKeeping(sheet)
const dialog = byId<HTMLDialogElement>('clear-dialog')
const file = byId<HTMLInputElement>('file')

byId('keeping').textContent = keeping.available ? sheet.words.kept : sheet.words.notKept
document.documentElement.dataset.keeping = keeping.available ? 'yes' : 'no'
/** What was filled in before the event at hand. */
let answers = keeping.read()
fill(form, sheet, answers)

form.addEventListener('submit', (event) => event.preventDefault())
form.addEventListener('input', keep)
form.addEventListener('change', keep)
form.addEventListener('click', releaseRadio)
// A sheet open in two windows shows one state, so that neither writes over the other.
addEventListener('storage', (event) => event.storageArea === localStorage && take(keeping.read()))
addEventListener('beforeprint', () => mirror(form))

byId('export').addEventListener('click', exportAnswers)
byId('print').addEventListener('click', () => print())
byId('import').addEventListener('click', () => file.click())
file.addEventListener('change', importAnswers)
byId('clear').addEventListener('click', () => dialog.showModal())
byId('clear-no').addEventListener('click', () => dialog.close())
byId('clear-yes').addEventListener('click', clear)

function keep(): void {
  mirror(form)
  answers = answersOf(form, sheet)
  const kept = keeping.write(answers)
  document.documentElement.dataset.keeping = kept ? 'yes' : 'no'
  byId('keeping').textContent = kept ? sheet.words.kept : sheet.words.notKept
  say(kept ? sheet.words.saved : '')
}

function take(taken: Answers): void {
  answers = taken
  fill(form, sheet, answers)
}

function exportAnswers(): void {
  const content: AnswerFile = {
    course: sheet.course,
    version: sheet.version,
    language: sheet.language,
    worksheet: sheet.worksheet,
    fields: answers,
    savedAt: new Date().toISOString(),
  }
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: 'application/json' }))
  link.download = `${sheet.course}-${sheet.worksheet}-${sheet.language}.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
  say(sheet.words.exported)
}

async function importAnswers(): Promise<void> {
  const [chosen] = file.files ?? []
  file.value = ''
  if (!chosen) return
  const read = readAnswers(await chosen.text(), sheet)
  if (typeof read === 'string') return say(sheet.words[read])
  take(read.answers)
  keep()
  const count = Object.keys(read.answers).length
  const taken = count === 1 ? sheet.imported.one : sheet.imported.many.replace('#', String(count))
  say(read.sameVersion ? taken : `${taken} ${sheet.words.olderVersion}`)
}

function clear(): void {
  dialog.close()
  take({})
  keep()
  say(sheet.words.cleared)
}

/** A mark made by mistake can be taken back: a click on the mark that is set empties the field. */
function releaseRadio(event: Event): void {
  const radio = event.target
  if (!(radio instanceof HTMLInputElement) || radio.type !== 'radio' || answers[radio.name] !== radio.value) return
  radio.checked = false
  keep()
}

function say(sentence: string): void {
  byId('status').textContent = sentence
}

function byId<Kind extends HTMLElement>(id: string): Kind {
  const element = document.getElementById(id)
  if (!element) throw new Error(`Unexpected sheet without "${id}", expected one written by this course`)
  return element as Kind
}
