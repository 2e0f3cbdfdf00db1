/**
 * The line between windows of one deck. Two ways at once: BroadcastChannel, and the storage events that a write to
 * localStorage raises in the other windows, for browsers that keep windows opened from disk apart on one of them. Both
 * work between `file://` pages in Chromium. Nothing is sent to, or taken from, `window.postMessage`.
 */
import { type Message, readMessage } from './messages.ts'

/** A message without what the channel adds. */
export type Letter = Message extends infer M ? (M extends Message ? Omit<M, 'from' | 'count'> : never) : never

export interface Channel {
  send(letter: Letter): void
  close(): void
}

/** Opens the channel `name`; `receive` gets each message of another window once, whichever way it came first. */
export function openChannel(name: string, receive: (message: Message) => void): Channel {
  const me = randomName()
  const heard = new Map<string, number>()
  const broadcast = 'BroadcastChannel' in window ? new BroadcastChannel(name) : null
  let count = 0

  const hear = (data: unknown) => {
    const message = readMessage(data)
    if (!message || message.from === me || message.count <= (heard.get(message.from) ?? 0)) return
    heard.set(message.from, message.count)
    receive(message)
  }
  const hearStorage = (event: StorageEvent) => {
    if (event.key === name && event.newValue) hear(parse(event.newValue))
  }
  broadcast?.addEventListener('message', (event) => hear(event.data))
  window.addEventListener('storage', hearStorage)

  return {
    send(letter) {
      count += 1
      const message = { ...letter, from: me, count }
      broadcast?.postMessage(message)
      leaveInStorage(name, JSON.stringify(message))
    },
    close() {
      broadcast?.close()
      window.removeEventListener('storage', hearStorage)
    },
  }
}

/** A name no other window has. */
export function randomName(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join('')
}

// The event is raised by the write; nothing needs to stay behind.
function leaveInStorage(name: string, text: string): void {
  try {
    localStorage.setItem(name, text)
    localStorage.removeItem(name)
  } catch {
    // storage switched off: the other way is enough
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
