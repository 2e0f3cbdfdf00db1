import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EnvironmentProblem } from '../../scripts/environment-problem.ts'
import { type Serving, serve } from '../../scripts/serve.ts'

let folder: string
let serving: Serving
const said: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldkit-serve-'))
  const files = {
    'outside.txt': 'secret',
    'dist/index.html': 'home',
    'dist/404.html': 'none',
    'dist/a b/index.html': 'spaced',
    'dist/fr/index.html': 'accueil',
    'dist/fr/404.html': 'rien',
    'dist/page.html': 'page',
    'dist/x.pdf': '%PDF',
    'dist/search/fr.json': '{}',
    'dist/script.mjs': '1',
  }
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  await symlink(join(folder, 'outside.txt'), join(folder, 'dist/link.txt'))
  serving = await serve(join(folder, 'dist'), 0, (sentence) => said.push(sentence))
})
afterAll(async () => {
  await serving.close()
  await rm(folder, { recursive: true })
})

/** A request whose path goes out as it is written; `fetch` would tidy it. */
function ask(
  path: string,
  method = 'GET',
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string; headers: Record<string, unknown> }> {
  return new Promise((settle, fail) => {
    request({ host: '127.0.0.1', port: serving.port, path, method, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => (text += part))
      response.on('end', () => settle({ status: response.statusCode ?? 0, text, headers: response.headers }))
    })
      .on('error', fail)
      .end()
  })
}

describe('serve', () => {
  test('says where, in one sentence', () => {
    expect(said).toEqual([`Serving ${join(folder, 'dist')} at http://127.0.0.1:${serving.port}/ until you press Ctrl+C.`])
  })

  test.each([
    ['/', 200, 'home', 'text/html; charset=utf-8'],
    ['/page', 200, 'page', 'text/html; charset=utf-8'],
    ['/page.html?x=1', 200, 'page', 'text/html; charset=utf-8'],
    ['/a%20b/', 200, 'spaced', 'text/html; charset=utf-8'],
    ['/x.pdf', 200, '%PDF', 'application/pdf'],
    ['/search/fr.json', 200, '{}', 'application/json; charset=utf-8'],
    ['/script.mjs', 200, '1', 'text/javascript; charset=utf-8'],
    ['/nowhere/', 404, 'none', 'text/html; charset=utf-8'],
    ['/fr/nowhere/at/all', 404, 'rien', 'text/html; charset=utf-8'],
  ])('%s -> %i', async (path, status, text, type) => {
    const answer = await ask(path)
    expect([answer.status, answer.text, answer.headers['content-type']]).toEqual([status, text, type])
  })

  test('a folder without its slash is redirected to it, so that relative links hold', async () => {
    expect((await ask('/fr?x=1')).headers.location).toBe('/fr/?x=1')
    expect((await ask('//fr')).headers.location).toBe('/fr/')
    expect((await ask('/a%20b')).headers.location).toBe('/a%20b/')
  })

  test.each([
    '/../outside.txt',
    '/%2e%2e/outside.txt',
    '/..%2foutside.txt',
    '/fr/../../outside.txt',
    '/link.txt',
    '/fr/..%5c..%5coutside.txt',
  ])('nothing outside the folder: %s', async (path) => {
    const answer = await ask(path)
    expect(answer.text).not.toContain('secret')
    expect(answer.status).toBe(404)
  })

  test('a path that cannot be read is a bad request, and only reading is allowed', async () => {
    expect((await ask('/%')).status).toBe(400)
    expect((await ask('/a%00')).status).toBe(400)
    expect((await ask('/', 'POST')).status).toBe(405)
  })

  test('HEAD has no body; an unchanged file is not sent twice', async () => {
    const head = await ask('/page', 'HEAD')
    expect([head.status, head.text, head.headers['content-length']]).toEqual([200, '', '4'])
    expect((await ask('/page', 'GET', { 'if-none-match': String(head.headers.etag) })).status).toBe(304)
  })

  test('a port in use gives the next free one', async () => {
    const second = await serve(join(folder, 'dist'), serving.port, () => {})
    expect(second.port).toBeGreaterThan(serving.port)
    await second.close()
  })

  test('a folder that is not there is one sentence', async () => {
    await expect(serve(join(folder, 'none'), 0, () => {})).rejects.toThrow(EnvironmentProblem)
    await expect(serve(join(folder, 'none'), 0, () => {})).rejects.toThrow(
      /^There is no folder .*none to serve: run "npm run build" first\.$/,
    )
  })
})
