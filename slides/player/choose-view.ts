/**
 * Runs in the head, before anything is drawn, so that notes never flash on a projector: decides whether this window shows
 * slides, the speaker view or the reading view. `measure` is set by whoever measures or prints, never by an address.
 */
const root = document.documentElement
const asked = new URLSearchParams(location.search).get('view')
const facilitator = root.dataset.edition === 'facilitator'

if (root.dataset.view !== 'measure') {
  if (asked === 'speaker' && facilitator) root.dataset.view = 'speaker'
  else if (asked === 'read' || asked === 'slides') root.dataset.view = asked
  else root.dataset.view = innerWidth < 640 ? 'read' : 'slides'
}
