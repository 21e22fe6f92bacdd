declare module 'virtual:parvis-chunks' {
  /** The files that each tag needs, relative to parvis.js; those of `<tag>:fr` for pages in French. Made by the build. */
  const chunks: Record<string, string[]>;
  export default chunks;
}
