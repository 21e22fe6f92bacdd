// In the place of `graphql` for graphql-request in the browser, by the build: our documents are texts, which travel as they
// are, and of which it wants to know no more than the kind and the name of their operation.

export const Kind = { OPERATION_DEFINITION: 'OperationDefinition' };

interface Operation {
  kind: string;
  operation: string;
  name: { value: string | undefined };
}

/** The operations of a document, without what they select. */
export function parse(source: string): { kind: string; definitions: Operation[] } {
  // Words in texts and comments begin no operation, and neither do names within one.
  const code = source.replace(/"""[^]*?"""|"(?:\\.|[^"\\])*"|#.*/g, '');
  const operations = code.matchAll(/(?:^|\})\s*(query|mutation|subscription)\b\s*(\w+)?/g);
  const definitions = Array.from(operations, ([, operation = '', value]) => ({
    kind: Kind.OPERATION_DEFINITION,
    operation,
    name: { value },
  }));
  return { kind: 'Document', definitions };
}

export function print(): never {
  throw new TypeError('Documents are texts here.');
}
