import type { ElementContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { describe, expect, test } from 'vitest'
import { findInManual, openSearch, searchDocuments, writeSearchIndex } from '../../manual/search.ts'

const page = (path: string, title: string, html: string) => ({
  path,
  title,
  content: fromHtml(html, { fragment: true }).children as ElementContent[],
})

const search = (language: string, html: string, query: string) => {
  const index = openSearch(writeSearchIndex([page('a/', 'Page', html)], language), language)
  return findInManual(index, query, language).map(({ address }) => address)
}

describe('what is indexed', () => {
  test('a stretch for each heading, with its anchor', () => {
    const documents = searchDocuments([
      page('a/', 'A', '<p>Before.</p><h2 id="one">One</h2><p>First <b>part</b>.</p><h2 id="two">Two</h2><p>Second.</p>'),
    ])
    expect(documents.map(({ id, heading, text }) => [id, heading, text])).toEqual([
      ['a/', '', 'Before.'],
      ['a/#one', 'One', 'First part.'],
      ['a/#two', 'Two', 'Second.'],
    ])
  })

  test('a piece is a stretch under its own title, and what follows it belongs to the heading above it', () => {
    const documents = searchDocuments([
      page(
        'a/',
        'A',
        '<h2 id="one">One</h2><section class="piece" id="draw"><p>Activity 1.2</p><h3>Draw it</h3><p>Steps.</p></section><p>After.</p>',
      ),
    ])
    expect(documents.map(({ id, heading, text }) => [id, heading, text])).toEqual([
      ['a/', '', ''],
      ['a/#one', 'One', 'After.'],
      ['a/#draw', 'Draw it', 'Activity 1.2 Steps.'],
    ])
  })

  test('styles and hidden signs are left out, words of neighbouring cells stay apart', () => {
    const [document] = searchDocuments([
      page('a/', 'A', '<style>p{}</style><span aria-hidden="true">x</span><table><tr><td>left</td><td>right</td></tr></table>'),
    ])
    expect(document?.text).toBe('left right')
  })

  test('the same pages give the same text', () => {
    const pages = [page('a/', 'A', '<h2 id="one">One</h2><p>Text</p>')]
    expect(writeSearchIndex(pages, 'en')).toBe(writeSearchIndex(pages, 'en'))
  })
})

describe('what is found', () => {
  test.each([
    ['en', 'Shortages of nurses', 'shortage'],
    ['en', 'the partnership', 'partership'],
    ['en', 'mid-term planning', 'midterm mid'],
    ['fr', 'l’évaluation des compétences', 'evaluation'],
    ['fr', 'Œuvre et compétences', 'COMPÉTENCES'],
    ['ar', 'الشَّراكة من أجل المهارات', 'شراكه'],
    ['ar', 'مستوى المهارات', 'مستوي'],
    ['ar', 'والتخطيط الطويل الأجل', 'تخطيط'],
  ])('%s: "%s" by "%s"', (language, text, query) => {
    expect(search(language, `<p>${text}</p>`, query)).toEqual(['a/'])
  })

  test('stretches with all words come alone; without one, those with any word', () => {
    const html = '<h2 id="one">One</h2><p>skills for care</p><h2 id="two">Two</h2><p>skills for solar</p>'
    expect(search('en', html, 'skills solar')).toEqual(['a/#two'])
    expect(search('en', html, 'care zebra')).toEqual(['a/#one'])
    expect(search('en', html, 'zebra')).toEqual([])
  })

  test('the excerpt shows the words found, with words around them', () => {
    const index = openSearch(
      writeSearchIndex([page('a/', 'A', `<p>${'Words before. '.repeat(20)}A shortage of nurses. ${'Words after. '.repeat(30)}</p>`)], 'en'),
      'en',
    )
    const [hit] = findInManual(index, 'nurses', 'en')
    const text = hit?.excerpt.map((part) => part.text).join('') ?? ''
    expect(hit?.excerpt.filter((part) => part.match)).toEqual([{ text: 'nurses', match: true }])
    expect(text).toMatch(/^… .*A shortage of nurses\. Words after\..* …$/)
    expect(text.length).toBeLessThan(260)
  })
})
