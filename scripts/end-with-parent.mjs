// Loaded before a tool that Fieldkit starts (`node --import`): where Fieldkit is killed, its end of the pipe closes and the tool ends too,
// instead of building on into folders that the next build uses.
import { isMainThread } from 'node:worker_threads'

if (isMainThread) {
  process.stdin.on('error', () => process.exit(3)).on('close', () => process.exit(3))
  process.stdin.resume()
  // a tool that is ready must not wait for its parent
  process.stdin.unref?.()
}
