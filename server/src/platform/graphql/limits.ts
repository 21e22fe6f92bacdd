import {
  type ASTNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** How large an operation may be. */
export interface Limits {
  /** Of the document's text, in lexical tokens. */
  tokens: number;
  /** Of nested selections. */
  depth: number;
  /** Of all fields together. */
  aliases: number;
  /** Of the objects that it may answer; of all operations of one HTTP request together. */
  cost: number;
}

interface Measures {
  depth: number;
  aliases: number;
}

/** Says so where a valid operation is too deep or has too many aliases. */
export function shapeErrors(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  limits: Limits,
): GraphQLError[] {
  const { depth, aliases } = measure(operation.selectionSet, fragments, new Map());
  const errors: GraphQLError[] = [];
  if (depth > limits.depth)
    errors.push(limitError(`The operation is ${depth} levels deep; ${limits.depth} are allowed.`, operation));
  if (aliases > limits.aliases) {
    errors.push(limitError(`The operation has ${aliases} aliases; ${limits.aliases} are allowed.`, operation));
  }
  return errors;
}

export function limitError(message: string, node?: ASTNode): GraphQLError {
  return new GraphQLError(message, { nodes: node, extensions: { code: 'LIMIT_EXCEEDED' } });
}

function measure(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  known: Map<string, Measures>,
): Measures {
  let depth = 0;
  let aliases = 0;
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD && selection.alias) aliases += 1;
    const name = selection.kind === Kind.FRAGMENT_SPREAD ? selection.name.value : null;
    const inside =
      name === null
        ? (selection as { selectionSet?: SelectionSetNode }).selectionSet
        : fragments.get(name)!.selectionSet;
    const inner =
      (name !== null && known.get(name)) || (inside ? measure(inside, fragments, known) : { depth: 0, aliases: 0 });
    if (name !== null) known.set(name, inner);
    depth = Math.max(depth, inner.depth + (selection.kind === Kind.FIELD ? 1 : 0));
    aliases += inner.aliases;
  }
  return { depth, aliases };
}
