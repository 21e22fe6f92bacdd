/**
 * The files that each tag needs, relative to parvis.js; those of `<tag>:fr` for pages in French. The build puts them in. For
 * other bundlers there is nothing to ask for in advance.
 */
export const chunks: Readonly<Record<string, string[]>> = {};
