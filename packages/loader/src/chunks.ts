/**
 * The files that each tag needs, by the hashes in their names, of seven characters each; after a colon those that it needs in
 * French. The build puts them in. For other bundlers there is nothing to ask for in advance.
 */
export const chunks: Readonly<Record<string, string>> = {};
