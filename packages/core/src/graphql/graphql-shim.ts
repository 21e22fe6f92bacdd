// In the place of `graphql` for graphql-request in the browser, by the build: our documents are texts, which travel as they
// are, and of which it wants to know no more than the kind and the name of their operation. They begin with it.

export const Kind = { OPERATION_DEFINITION: 'OperationDefinition' };

/** The operation of a document, without what it selects. */
export function parse(source: string) {
  const [, operation, value] = /(\w+)\s+(\w+)/.exec(source) ?? [];
  return { definitions: [{ kind: Kind.OPERATION_DEFINITION, operation, name: { value } }] };
}

export function print(): never {
  throw new TypeError('Documents are texts here.');
}
