import {
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/** How many objects a selection may answer, given the variables. */
type Cost = (variables: Variables) => number;

const defaultPageSize = 20;
/** Of a list that does not say how long it may be. */
const defaultListSize = 100;
const sizeArguments = ['first', 'last'];

/**
 * Prepares to count the objects that an operation may answer at most: each object field once, times the sizes of all
 * the lists that it is in. The document must be valid.
 */
export function costOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Cost {
  const root = schema.getRootType(operation.operation);
  const defaults = Object.fromEntries(
    (operation.variableDefinitions ?? []).map(({ variable, defaultValue }) => [
      variable.name.value,
      defaultValue && plainValue(defaultValue, {}),
    ]),
  );
  const ofFragments = new Map<string, Cost>();

  const ofSelections = ({ selections }: SelectionSetNode, type: GraphQLNamedType | undefined): Cost => {
    const costs = selections.map((selection): Cost => {
      switch (selection.kind) {
        case Kind.FIELD:
          return ofField(selection, type);
        case Kind.INLINE_FRAGMENT:
          return ofSelections(selection.selectionSet, typeNamed(selection.typeCondition?.name.value) ?? type);
        case Kind.FRAGMENT_SPREAD:
          return ofFragment(selection.name.value);
      }
    });
    return (variables) => costs.reduce((sum, cost) => sum + cost(variables), 0);
  };

  const ofFragment = (name: string): Cost => {
    const known = ofFragments.get(name);
    if (known) return known;
    const { selectionSet, typeCondition } = fragments.get(name)!;
    // Remembered for the variables of one run: fragments that spread each other twice would take exponential time.
    let last: { variables: Variables; cost: number } | null = null;
    const inner = ofSelections(selectionSet, typeNamed(typeCondition.name.value));
    const cost: Cost = (variables) =>
      (last?.variables === variables ? last : (last = { variables, cost: inner(variables) })).cost;
    ofFragments.set(name, cost);
    return cost;
  };

  const ofField = (node: FieldNode, parent: GraphQLNamedType | undefined): Cost => {
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    const type = field && getNamedType(field.type);
    if (!field || !node.selectionSet || !isCompositeType(type)) return () => 0;
    const size = sizeOf(node, field, parent!);
    const inner = ofSelections(node.selectionSet, type);
    return (variables) => size(variables) * (1 + inner(variables));
  };

  const typeNamed = (name: string | undefined) => (name === undefined ? undefined : schema.getType(name));
  const total = root ? ofSelections(operation.selectionSet, root) : () => 0;
  return (variables) => total({ ...defaults, ...variables });
}

/** How many objects a field answers for each parent. */
function sizeOf(node: FieldNode, field: GraphQLField<unknown, unknown>, parent: GraphQLNamedType): Cost {
  const given = (node.arguments ?? []).find((argument) => sizeArguments.includes(argument.name.value));
  if (field.args.some(({ name }) => sizeArguments.includes(name))) {
    return (variables) => {
      const size = given && plainValue(given.value, variables);
      return typeof size === 'number' ? Math.max(0, size) : defaultPageSize;
    };
  }
  if (!isListType(isNonNullType(field.type) ? field.type.ofType : field.type)) return () => 1;
  // The list of a connection is as long as the connection's arguments say, which its parent counted.
  if (parent.name.endsWith('Connection')) return () => 1;
  return (variables) => {
    const lists = (node.arguments ?? []).map(({ value }) => plainValue(value, variables)).filter(Array.isArray);
    return lists[0]?.length ?? (field.extensions['size'] as number | undefined) ?? defaultListSize;
  };
}

/** Numbers, and lists by their length: all that sizes are made of. */
function plainValue(value: ValueNode, variables: Variables): unknown {
  switch (value.kind) {
    case Kind.VARIABLE:
      return variables[value.name.value];
    case Kind.INT:
      return Number(value.value);
    case Kind.LIST:
      return value.values;
    default:
      return undefined;
  }
}
