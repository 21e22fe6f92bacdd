/** The texts of documents by their ids, filled in by the build. Without the build, documents are texts already. */
export const documentTexts: Readonly<Record<string, string>> = {};
