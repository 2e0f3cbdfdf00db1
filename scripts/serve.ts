import { createReadStream, realpathSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname, join, resolve, sep } from 'node:path'
import { EnvironmentProblem } from './environment-problem.ts'

/** A server that runs until `close` is called. */
export interface Serving {
  /** Such as `http://127.0.0.1:4170/`, with the port that was really free. */
  address: string
  port: number
  close(): Promise<void>
}

/** Port tried first where the caller names none. */
export const DEFAULT_PORT = 4170

const PORTS_TRIED = 50

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.pptx': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
  '.zip': 'application/zip',
}

/**
 * Serves a folder's files on this machine only (127.0.0.1) and says where, in one sentence.
 *
 * `/a/` is `a/index.html`; `/a` is the file `a`, else `a.html`, else a redirect to `/a/` where that folder has a page. What is not there
 * gets the nearest `404.html` above it. Where `port` is taken the next free one is used; 0 takes any.
 * Throws EnvironmentProblem where the folder is missing or no port is free.
 */
export async function serve(folder: string, port = DEFAULT_PORT, say: (sentence: string) => void = console.log): Promise<Serving> {
  const root = rootOf(folder)
  const server = createServer((request, response) => {
    try {
      answer(root, request, response)
    } catch {
      // the folder was replaced by a build between finding a file and opening it
      if (!response.headersSent) response.writeHead(503, { 'retry-after': '1' })
      response.end()
    }
  })
  const found = await listen(server, port)
  const address = `http://127.0.0.1:${found}/`
  say(`Serving ${folder} at ${address} until you press Ctrl+C.`)
  return { address, port: found, close: () => close(server) }
}

function rootOf(folder: string): string {
  try {
    const root = realpathSync(resolve(folder))
    if (statSync(root).isDirectory()) return root
  } catch {
    // said below
  }
  throw new EnvironmentProblem(`There is no folder ${folder} to serve: run "npm run build" first.`)
}

async function listen(server: Server, wanted: number): Promise<number> {
  const last = wanted === 0 ? 0 : Math.min(wanted + PORTS_TRIED - 1, 65_535)
  for (let port = wanted; port <= last; port++) {
    const found = await tryPort(server, port)
    if (found !== null) return found
  }
  throw new EnvironmentProblem(`No port from ${wanted} to ${last} is free: name another with --port.`)
}

function tryPort(server: Server, port: number): Promise<number | null> {
  return new Promise((settle, fail) => {
    const onError = (error: NodeJS.ErrnoException) => {
      server.off('listening', onListening)
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') settle(null)
      else fail(error)
    }
    const onListening = () => {
      server.off('error', onError)
      const address = server.address()
      settle(typeof address === 'object' && address ? address.port : port)
    }
    server.once('error', onError).once('listening', onListening).listen(port, '127.0.0.1')
  })
}

function close(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done())
    // Browsers keep connections open that would hold the server up.
    server.closeAllConnections()
  })
}

function answer(root: string, request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end()
    return
  }
  const path = pathOf(request.url ?? '/')
  if (path === null) {
    response.writeHead(400, { 'content-type': TYPES['.txt'] }).end('This address cannot be read.\n')
    return
  }
  const file = fileFor(root, path)
  if (file) send(file, 200, request, response)
  else if (!path.endsWith('/') && fileFor(root, `${path}/`)) redirect(path, request, response)
  else notFound(root, path, request, response)
}

/** The decoded path of a request; null where it cannot be one. */
function pathOf(url: string): string | null {
  try {
    const path = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '/')
    return path.startsWith('/') && !path.includes('\0') ? path : null
  } catch {
    return null
  }
}

function fileFor(root: string, path: string): string | null {
  if (path.endsWith('/')) return fileInside(root, `${path}index.html`)
  return fileInside(root, path) ?? fileInside(root, `${path}.html`)
}

/** The real path of a file in the folder; null where there is none or where the path, or a link on its way, leads outside. */
function fileInside(root: string, path: string): string | null {
  try {
    const file = realpathSync(join(root, path))
    return file.startsWith(root + sep) && statSync(file).isFile() ? file : null
  } catch {
    return null
  }
}

function redirect(path: string, request: IncomingMessage, response: ServerResponse): void {
  const query = (request.url ?? '').split('?')[1]
  // One slash in front: `//host` would lead to another machine.
  const location = encodeURI(path.replace(/^\/+/, '/'))
  response.writeHead(301, { location: `${location}/${query ? `?${query}` : ''}` }).end()
}

function notFound(root: string, path: string, request: IncomingMessage, response: ServerResponse): void {
  const folders = path.split('/').slice(0, -1)
  for (let depth = folders.length; depth > 0; depth--) {
    const page = fileInside(root, `${folders.slice(0, depth).join('/')}/404.html`)
    if (page) {
      send(page, 404, request, response)
      return
    }
  }
  response.writeHead(404, { 'content-type': TYPES['.txt'] }).end('There is no such page here.\n')
}

function send(file: string, status: number, request: IncomingMessage, response: ServerResponse): void {
  const { size, mtimeMs } = statSync(file)
  const tag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`
  if (status === 200 && request.headers['if-none-match'] === tag) {
    response.writeHead(304, { etag: tag }).end()
    return
  }
  response.writeHead(status, {
    'cache-control': 'no-cache',
    'content-length': size,
    'content-type': TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
    etag: tag,
    'x-content-type-options': 'nosniff',
  })
  if (request.method === 'HEAD') response.end()
  else
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response)
}
