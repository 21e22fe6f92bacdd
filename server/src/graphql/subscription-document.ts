import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  getArgumentValues,
  type GraphQLArgument,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  isRequiredArgument,
  Kind,
  type OperationDefinitionNode,
  separateOperations,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/** A subscription, cut in two: what it is about, which differs by reader, and how it is told, which many share. */
export interface SubscriptionDocument {
  /** The operation and its fragments, its root field without what each reader asks for. To be executed once for each event. */
  readonly document: DocumentNode;
  /** The arguments of the root field, or what is wrong with the variables. */
  argumentsOf(variables: Variables): Record<string, unknown> | readonly GraphQLError[];
  /** The variables that the rest of the document needs. */
  variablesOf(variables: Variables): Record<string, unknown>;
}

/**
 * Prepares a valid subscription, or says what no subscription may ask: everybody is told the same, so there is nothing
 * in it that differs by viewer.
 */
export function subscriptionDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): SubscriptionDocument | readonly GraphQLError[] {
  const own = separateOperations(document)[operation.name?.value ?? '']!;
  const errors = viewerErrors(own);
  if (errors.length > 0) return errors;

  const { shared, root } = withoutRootArguments(schema, own);
  const field = schema.getSubscriptionType()!.getFields()[root.name.value]!;
  const definitions = operation.variableDefinitions ?? [];
  const used = variablesUsed(shared);
  return {
    document: withVariables(shared, used),
    argumentsOf(variables) {
      const { coerced, errors: wrong } = getVariableValues(schema, definitions, variables, {
        hideSuggestions: true,
      });
      return wrong ?? getArgumentValues(field, root, coerced);
    },
    variablesOf: (variables) =>
      Object.fromEntries([...used].flatMap((name) => (name in variables ? [[name, variables[name]]] : []))),
  };
}

function viewerErrors(document: DocumentNode): GraphQLError[] {
  const errors: GraphQLError[] = [];
  visit(document, {
    Field(node) {
      const name = node.name.value;
      if (/^viewer/.test(name)) errors.push(differsByViewer(name, node));
    },
  });
  return errors;
}

function differsByViewer(name: string, node: FieldNode): GraphQLError {
  const message = `A subscription cannot ask for "${name}": what differs by viewer is told to nobody. Read it by a query.`;
  return new GraphQLError(message, { nodes: node });
}

/** The root field is one: that is among the rules by which documents are validated. */
function withoutRootArguments(schema: GraphQLSchema, document: DocumentNode) {
  const types = new TypeInfo(schema);
  let root!: FieldNode;
  const shared = visit(
    document,
    visitWithTypeInfo(types, {
      Field(node) {
        if (types.getParentType() !== schema.getSubscriptionType()) return undefined;
        root = node;
        return { ...node, arguments: types.getFieldDef()!.args.filter(isRequiredArgument).map(emptyList) };
      },
    }),
  );
  return { shared, root };
}

/** Executing asks for it, and the resolver does not look at it: what an event is about, the event says. */
function emptyList({ name }: GraphQLArgument): ArgumentNode {
  return {
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: name },
    value: { kind: Kind.LIST, values: [] },
  };
}

function variablesUsed(document: DocumentNode): Set<string> {
  const used = new Set<string>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(name.value),
  });
  return used;
}

function withVariables(document: DocumentNode, used: ReadonlySet<string>): DocumentNode {
  return visit(document, {
    VariableDefinition: (node) => (used.has(node.variable.name.value) ? false : null),
    [Kind.SELECTION_SET]: () => false,
  });
}
