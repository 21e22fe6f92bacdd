/**
 * The files that each tag needs, by the hashes in their names, of seven characters each; those of `<tag>:fr` for pages in
 * French. The build puts them in. For other bundlers there is nothing to ask for in advance.
 */
export const chunks: Readonly<Record<string, string>> = {};
