/** The texts of documents by their ids; the build puts them in. From separate modules, documents are texts already. */
export const documentTexts: Readonly<Record<string, string>> = {};
