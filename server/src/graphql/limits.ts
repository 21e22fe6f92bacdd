import {
  type FragmentDefinitionNode,
  type GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { limitError } from './limit-error.ts';

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

/** Each is written once for each object of the answer. */
const longestAlias = 100;

/** How large the selections of an operation are, fragments unfolded. */
export interface Measures {
  depth: number;
  aliases: number;
  /** How many values without selections an object of the answer may have. */
  values: number;
  /** The same of those of its outermost selections. */
  own: number;
  longestAlias: number;
  /** Whether it asks for the schema. */
  introspects: boolean;
}

const nothing: Measures = { depth: 0, aliases: 0, values: 0, own: 0, longestAlias: 0, introspects: false };

/** Says so where a valid operation is too deep, or has too many aliases or too long ones. */
export function shapeErrors(measures: Measures, operation: OperationDefinitionNode, limits: Limits): GraphQLError[] {
  const { depth, aliases } = measures;
  const errors: GraphQLError[] = [];
  if (depth > limits.depth)
    errors.push(limitError(`The operation is ${depth} levels deep; ${limits.depth} are allowed.`, operation));
  if (aliases > limits.aliases)
    errors.push(limitError(`The operation has ${aliases} aliases; ${limits.aliases} are allowed.`, operation));
  if (measures.longestAlias > longestAlias)
    errors.push(limitError(`An alias has ${longestAlias} characters at most.`, operation));
  return errors;
}

/** Measures the selections of a valid operation. */
export function measure(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  known = new Map<string, Measures>(),
): Measures {
  const total = { ...nothing };
  let own = 0;
  for (const selection of selections) {
    const name = selection.kind === Kind.FRAGMENT_SPREAD ? selection.name.value : null;
    const inside =
      name === null
        ? (selection as { selectionSet?: SelectionSetNode }).selectionSet
        : fragments.get(name)!.selectionSet;
    const inner = (name !== null && known.get(name)) || (inside ? measure(inside, fragments, known) : nothing);
    if (name !== null) known.set(name, inner);
    total.depth = Math.max(total.depth, inner.depth + (selection.kind === Kind.FIELD ? 1 : 0));
    total.aliases += inner.aliases;
    if (selection.kind === Kind.FIELD) own += inside ? 0 : 1;
    else own += inner.own;
    total.values = Math.max(total.values, inner.values);
    total.longestAlias = Math.max(total.longestAlias, inner.longestAlias);
    total.introspects ||= inner.introspects;
    if (selection.kind !== Kind.FIELD) continue;
    const field = selection.name.value;
    total.introspects ||= field === '__schema' || field === '__type';
    if (!selection.alias) continue;
    total.aliases += 1;
    total.longestAlias = Math.max(total.longestAlias, selection.alias.value.length);
  }
  return { ...total, own, values: Math.max(total.values, own) };
}
