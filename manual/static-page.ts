/**
 * Runs in the head of every page of the plain edition, before anything is drawn: the reader's choice of light or dark,
 * lists that stand open where there is room for them, and the search once it is wanted. Bundled to a plain script.
 */
const root = document.documentElement
const key = `${root.dataset.storage}:theme`
const systemDark = matchMedia('(prefers-color-scheme: dark)')
const wide = matchMedia('(min-width: 60rem)')

const chosen = remembered()
if (chosen === 'light' || chosen === 'dark') root.dataset.theme = chosen

addEventListener('DOMContentLoaded', () => {
  openLists()
  wide.addEventListener('change', openLists)
  offerSearch()
  offerTheme()
})

/** The search and its index are loaded when the reader enters the field. */
function offerSearch(): void {
  const form = document.querySelector<HTMLFormElement>('form.search')
  if (!form) return
  form.hidden = false
  form.addEventListener('submit', (event) => event.preventDefault())
  const load = (): void => {
    for (const address of form.dataset.scripts?.split(' ') ?? []) {
      const script = document.createElement('script')
      script.src = address
      // one after the other: the search needs its index
      script.async = false
      document.head.append(script)
    }
  }
  form.addEventListener('focusin', load, { once: true })
}

function offerTheme(): void {
  const button = document.querySelector<HTMLButtonElement>('.theme')
  if (!button) return
  button.hidden = false
  button.addEventListener('click', () => {
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : systemDark.matches
    root.dataset.theme = dark ? 'light' : 'dark'
    remember(root.dataset.theme)
  })
}

function openLists(): void {
  for (const list of document.querySelectorAll<HTMLDetailsElement>('details[data-open-wide]')) list.open = wide.matches
}

// Storage may be forbidden for files opened from disk: then the choice holds for the page only.
function remembered(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function remember(theme: string): void {
  try {
    localStorage.setItem(key, theme)
  } catch {
    // the choice holds for this page
  }
}

export {}
