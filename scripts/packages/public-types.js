/**
 * The types of operations as others get them. Ours are made from the schema by gql.tada, a tool of our build; in what it
 * made nothing is left of it but the name of its document.
 */
const operations = `/** An operation that knows its result and variables. At run time it is its text. */
export interface Document<Result, Variables, Fragment = unknown> {
  readonly ' result'?: Result;
  readonly ' variables'?: (variables: Variables) => void;
  readonly ' fragment'?: Fragment;
}
export type ResultOf<Operation> = Operation extends Document<infer Result, any, any> ? Result : never;
export type VariablesOf<Operation> = Operation extends Document<any, infer Variables, any> ? Variables : never;
/** Joins the text of an operation and those of its fragments. */
export declare const graphql: (
  source: string,
  fragments?: readonly unknown[],
) => Document<unknown, Record<string, unknown>>;
`;

/** Files that only say what gql.tada reads. */
export const isForOurBuild = (/** @type {string} */ file) => /graphql[/\\]introspection\.(d\.ts|js)$/.test(file);

/**
 * @param {string} file - Name of a `.d.ts` file.
 * @param {string} text
 */
export function publicTypes(file, text) {
  const types = /core[/\\]dist[/\\]graphql[/\\]graphql\.d\.ts$/.test(file)
    ? operations
    : text.replaceAll('import("gql.tada").TadaDocumentNode<', 'import("@parvis/core").Document<');
  if (types.includes('gql.tada')) throw new Error(`${file} needs gql.tada, which those who install it do not have.`);
  return withoutMap(types);
}

/**
 * Maps lead to sources that are not in the package.
 *
 * @param {string} text
 */
export function withoutMap(text) {
  return text.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
}
