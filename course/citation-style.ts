/**
 * The author-date style of Fieldkit's citations, in CSL 1.0.2 (https://docs.citationstyles.org), and the few words it
 * needs in each language. Written for this project: the official styles carry a share-alike licence.
 */

/** In text: (Author, year, p. 4). In the list: Author (year). Title. Container. Publisher. Address. */
export const CITATION_STYLE = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-GB" demote-non-dropping-particle="never">
  <info>
    <title>Fieldkit author-date</title>
    <id>urn:fieldkit:author-date</id>
    <category citation-format="author-date"/>
    <updated>2026-01-01T00:00:00+00:00</updated>
  </info>
  <macro name="author-short">
    <names variable="author">
      <name form="short" and="text" delimiter=", " et-al-min="3" et-al-use-first="1"/>
      <substitute>
        <names variable="editor"/>
        <text variable="publisher"/>
        <text variable="title" form="short"/>
      </substitute>
    </names>
  </macro>
  <macro name="author-long">
    <names variable="author">
      <name name-as-sort-order="all" sort-separator=", " initialize="false" and="text" delimiter=", " delimiter-precedes-last="never"/>
      <substitute>
        <names variable="editor"/>
        <text variable="publisher"/>
        <text variable="title"/>
      </substitute>
    </names>
  </macro>
  <macro name="year">
    <choose>
      <if variable="issued">
        <date variable="issued"><date-part name="year"/></date>
        <text variable="year-suffix"/>
      </if>
      <else>
        <text term="no date" form="short"/>
        <text variable="year-suffix" prefix="-"/>
      </else>
    </choose>
  </macro>
  <macro name="title">
    <choose>
      <if type="article-journal article-magazine article-newspaper chapter paper-conference post-weblog webpage" match="any">
        <text variable="title"/>
      </if>
      <else>
        <text variable="title" font-style="italic"/>
      </else>
    </choose>
  </macro>
  <macro name="container">
    <group delimiter=" ">
      <text variable="container-title" font-style="italic"/>
      <group>
        <text variable="volume"/>
        <text variable="issue" prefix="(" suffix=")"/>
      </group>
    </group>
  </macro>
  <macro name="access">
    <choose>
      <if variable="DOI"><text variable="DOI" prefix="https://doi.org/"/></if>
      <else><text variable="URL"/></else>
    </choose>
  </macro>
  <citation et-al-min="3" et-al-use-first="1" disambiguate-add-year-suffix="true" collapse="year">
    <layout prefix="(" suffix=")" delimiter="; ">
      <group delimiter=", ">
        <text macro="author-short"/>
        <text macro="year"/>
        <group delimiter=" ">
          <label variable="locator" form="short"/>
          <text variable="locator"/>
        </group>
      </group>
    </layout>
  </citation>
  <bibliography et-al-min="8" et-al-use-first="6">
    <sort>
      <key macro="author-long"/>
      <key variable="issued"/>
      <key variable="title"/>
    </sort>
    <layout>
      <group delimiter=" ">
        <text macro="author-long"/>
        <text macro="year" prefix="(" suffix=")."/>
        <text macro="title" suffix="."/>
        <group delimiter=", " suffix=".">
          <text macro="container"/>
          <group delimiter=" ">
            <label variable="page" form="short"/>
            <text variable="page"/>
          </group>
        </group>
        <choose>
          <if variable="author">
            <text variable="publisher" suffix="."/>
          </if>
        </choose>
        <text variable="number" suffix="."/>
        <text macro="access"/>
      </group>
    </layout>
  </bibliography>
</style>`

const WORDS: Record<string, { and: string; others: string; noDate: string; page: string; pages: string }> = {
  en: { and: 'and', others: 'et al.', noDate: 'n.d.', page: 'p.', pages: 'pp.' },
  fr: { and: 'et', others: 'et al.', noDate: 's.d.', page: 'p.', pages: 'p.' },
  ar: { and: 'و', others: 'وآخرون', noDate: 'د.ت.', page: 'ص', pages: 'ص ص' },
}

/** A CSL locale with the words the style uses; English where the language has none. */
export function citationLocale(language: string): string {
  const words = WORDS[language.split('-')[0] ?? ''] ?? WORDS.en
  if (!words) throw new Error('the citation style has no English words')
  const plural = (name: string, one: string, many: string): string =>
    `<term name="${name}" form="short"><single>${one}</single><multiple>${many}</multiple></term>`
  return `<?xml version="1.0" encoding="utf-8"?>
<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="${language}">
  <style-options punctuation-in-quote="false"/>
  <date form="text"><date-part name="year"/></date>
  <date form="numeric"><date-part name="year"/></date>
  <terms>
    <term name="and">${words.and}</term>
    <term name="et-al">${words.others}</term>
    <term name="no date" form="short">${words.noDate}</term>
    ${plural('page', words.page, words.pages)}
    <term name="open-quote">“</term><term name="close-quote">”</term>
  </terms>
</locale>`
}
