/** Between the page's inputs and the answers they hold. */
import type { Answer, Answers, SheetData } from './sheet-data.ts'

type Control = HTMLInputElement | HTMLTextAreaElement

/** What is filled in; empty fields are left out. */
export function answersOf(form: HTMLFormElement, sheet: SheetData): Answers {
  const answers: Answers = {}
  for (const { name } of sheet.fields) {
    const answer = answerOf(controlsOf(form, name))
    if (answer !== '' && answer !== false) answers[name] = answer
  }
  return answers
}

/** Fills the form with exactly these answers. */
export function fill(form: HTMLFormElement, sheet: SheetData, answers: Answers): void {
  for (const { name } of sheet.fields) {
    for (const control of controlsOf(form, name)) fillOne(control, answers[name])
  }
  mirror(form)
}

/** Copies what is written into the blocks the printer prints, which grow with the text. */
export function mirror(form: HTMLFormElement): void {
  for (const typed of form.querySelectorAll<HTMLElement>('.typed')) {
    const [control] = controlsOf(form, typed.dataset.field ?? '')
    typed.textContent = control?.value ?? ''
  }
}

function controlsOf(form: HTMLFormElement, name: string): Control[] {
  return [...form.querySelectorAll<Control>(`[name="${CSS.escape(name)}"]`)]
}

function answerOf(controls: Control[]): Answer {
  const [first] = controls
  if (first?.type === 'checkbox') return (first as HTMLInputElement).checked
  if (first?.type !== 'radio') return first?.value ?? ''
  return controls.find((control) => (control as HTMLInputElement).checked)?.value ?? ''
}

function fillOne(control: Control, answer: Answer | undefined): void {
  if (control.type === 'checkbox') (control as HTMLInputElement).checked = answer === true
  else if (control.type === 'radio') (control as HTMLInputElement).checked = control.value === answer
  else control.value = typeof answer === 'string' ? answer : ''
}
