/** Written by scripts/build-site.ts: manual/search.ts, bundled. */
declare module '@written/search.mjs' {
  export { findInManual, openSearch } from '../../manual/search.ts'
}
