/** Data files are imported as text: esbuild's `text` loader in bundles, a plugin of the test runner in tests. */
declare module '*.txt' {
  const text: string;
  export default text;
}
declare module '*.tsv' {
  const text: string;
  export default text;
}
declare module '*.md' {
  const text: string;
  export default text;
}
