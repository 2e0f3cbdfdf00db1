/** SIGINT, SIGTERM and SIGHUP as one AbortSignal, so that a build can tidy up and say its one sentence. */
const controller = new AbortController()
let firstMet = 0
let listening = false

/** One press of Ctrl+C can arrive twice, from the terminal and from the process that started this one. */
const ECHO = 1_500

/** A signal that is aborted when the process is asked to stop; when it is asked again later, it ends at once. */
export function stopSignal(): AbortSignal {
  if (!listening) for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop)
  listening = true
  return controller.signal
}

/** What comes of a promise, unless a signal is given first: then it rejects with the signal's reason. */
export function unlessStopped<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  const stopped = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)))
  return Promise.race([promise, stopped])
}

/** Whether the process has been asked to stop. */
export function interrupted(): boolean {
  return controller.signal.aborted
}

function stop(): void {
  const now = performance.now()
  if (interrupted()) {
    if (now - firstMet > ECHO) process.exit(3)
    return
  }
  firstMet = now
  controller.abort(new Error('stopped'))
}
