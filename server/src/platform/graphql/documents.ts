import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { costOf } from './cost.ts';
import { limitError, type Limits, shapeErrors } from './limits.ts';
import { type SubscriptionDocument, subscriptionDocument } from './subscription-document.ts';

/** A document that was parsed, validated and measured, and the operation of it that is asked for. */
export interface PreparedOperation {
  document: DocumentNode;
  /** Null for an operation without one. */
  name: string | null;
  kind: OperationTypeNode;
  cost: (variables: Readonly<Record<string, unknown>>) => number;
  /** The operation as one compiled function; null for what is executed step by step. */
  compiled: () => CompiledQuery | null;
  /** Null for what is none. */
  subscription: SubscriptionDocument | null;
}

const remembered = 500;
/** Compiling takes longer than executing once. */
const compiledFromUse = 2;

/** Prepares operations, and remembers the latest. */
export class Documents {
  readonly #schema: GraphQLSchema;
  readonly #limits: Limits;
  readonly #prepared = new Map<string, PreparedOperation | readonly GraphQLError[]>();

  constructor(schema: GraphQLSchema, limits: Limits) {
    this.#schema = schema;
    this.#limits = limits;
  }

  /** The operation, or what is wrong with it. */
  prepare(query: string, operationName: string | null | undefined): PreparedOperation | readonly GraphQLError[] {
    const key = operationName ? `${operationName}\n${query}` : query;
    let prepared = this.#prepared.get(key);
    if (prepared) {
      this.#prepared.delete(key);
    } else {
      prepared = this.#prepare(query, operationName);
      if (this.#prepared.size >= remembered) this.#prepared.delete(this.#prepared.keys().next().value!);
    }
    this.#prepared.set(key, prepared);
    return prepared;
  }

  #prepare(query: string, operationName: string | null | undefined): PreparedOperation | readonly GraphQLError[] {
    let document: DocumentNode;
    try {
      document = parse(query, { maxTokens: this.#limits.tokens });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return [
        /more tha[nt] \d+ tokens/.test(error.message)
          ? limitError(`A document has ${this.#limits.tokens} tokens at most.`)
          : error,
      ];
    }
    const invalid = validate(this.#schema, document, specifiedRules, { maxErrors: 10 });
    if (invalid.length > 0) return invalid;
    const operation = getOperationAST(document, operationName);
    if (!operation)
      return [
        new GraphQLError(
          operationName ? `The document has no operation "${operationName}".` : 'Name the operation to run.',
        ),
      ];
    const fragments = fragmentsOf(document);
    const tooLarge = shapeErrors(operation, fragments, this.#limits);
    if (tooLarge.length > 0) return tooLarge;
    const subscription =
      operation.operation === OperationTypeNode.SUBSCRIPTION
        ? subscriptionDocument(this.#schema, document, operation)
        : null;
    if (Array.isArray(subscription)) return subscription as readonly GraphQLError[];
    return {
      document,
      name: operation.name?.value ?? null,
      kind: operation.operation,
      cost: costOf(this.#schema, operation, fragments),
      compiled:
        operation.operation === OperationTypeNode.QUERY ? this.#compiler(document, operation.name?.value) : () => null,
      subscription: subscription as SubscriptionDocument | null,
    };
  }

  /** Compiles at the second use. What the compiler cannot do, it says; that is executed step by step for ever. */
  #compiler(document: DocumentNode, operationName: string | undefined): () => CompiledQuery | null {
    let uses = 0;
    let compiled: CompiledQuery | null = null;
    return () => {
      uses += 1;
      if (uses === compiledFromUse) {
        // The types of the fields' values are checked when the server is compiled; converting each again is a tenth of the time.
        const result = compileQuery(this.#schema, document, operationName, { disableLeafSerialization: true });
        if (isCompiledQuery(result)) compiled = result;
      }
      return compiled;
    };
  }
}

function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return fragments;
}
