/** The forms of the event kit by name. */
export type EventForm = 'sign-in' | 'name-tents' | 'certificate' | 'room-plan' | 'materials' | 'group-cards'

/** What every kit brings to be filled in by hand. */
export const BLANK_FORMS: readonly EventForm[] = ['sign-in', 'name-tents', 'certificate', 'room-plan', 'materials', 'group-cards']

/** What is made for real people. */
export const FILLED_FORMS: readonly EventForm[] = ['sign-in', 'name-tents', 'certificate', 'materials', 'group-cards']
