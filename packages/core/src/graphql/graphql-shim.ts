// The build replaces `graphql` by this file for graphql-request in the browser: our documents are plain texts, of which it
// only needs the kind and the name of the operation. Both stand at the beginning.

export const Kind = { OPERATION_DEFINITION: 'OperationDefinition' };

/** The operation of a document, without its selections. */
export function parse(source: string) {
  const [, operation, value] = /(\w+)\s+(\w+)/.exec(source) ?? [];
  return { definitions: [{ kind: Kind.OPERATION_DEFINITION, operation, name: { value } }] };
}

/** For documents that are parsed already: there are none. */
export const print = String;
