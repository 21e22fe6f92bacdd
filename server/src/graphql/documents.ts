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
import { DocumentCache } from './document-cache.ts';
import { documentTokens } from './document-size.ts';
import { limitError } from './limit-error.ts';
import { type Limits, measure, type Measures, shapeErrors } from './limits.ts';
import { rootFields } from './root-fields.ts';
import { type SubscriptionDocument, subscriptionDocument } from './subscription-document.ts';

/** A document that was parsed, validated and measured, and the operation of it that is asked for. */
export interface PreparedOperation {
  document: DocumentNode;
  /** Null for an operation without one. */
  name: string | null;
  kind: OperationTypeNode;
  /** How often each field of the root is asked for. */
  fields: ReadonlyMap<string, number>;
  cost: (variables: Readonly<Record<string, unknown>>) => number;
  /** How large its selections are. */
  measures: Measures;
  /** The operation as one compiled function; null for what is executed step by step. */
  compiled: () => CompiledQuery | null;
  /** Null for what is none. */
  subscription: SubscriptionDocument | null;
  /** Whether it is one of the widgets' own documents. */
  isOwn: boolean;
}

/** Who sends a document that is not known yet. */
export interface Sender {
  /** A person, or the address of somebody signed out. */
  readonly key: string;
  /** Whether wrong names are answered by those that there are. */
  readonly hints: boolean;
  /** Called with the size of a document before it is parsed. @throws {Error} where they have sent too many. */
  parses(tokens: number): void;
}

/** Some 50,000 tokens, in bytes. */
const capacity = 32 * 1024 * 1024;
/** What a token takes in a document that is parsed and compiled, in bytes. */
const tokenWeight = 600;
/** Compiling takes longer than executing once. */
const compiledFromUse = 2;

/** Prepares operations, and remembers those that are valid. */
export class Documents {
  readonly #schema: GraphQLSchema;
  readonly #limits: Limits;
  readonly #own: ReadonlySet<string>;
  readonly #cache = new DocumentCache<PreparedOperation>(capacity);

  /** @param own - The documents of the widgets: they are remembered for ever, and count for nobody. */
  constructor(schema: GraphQLSchema, limits: Limits, own: ReadonlySet<string> = new Set()) {
    this.#schema = schema;
    this.#limits = limits;
    this.#own = own;
  }

  /** What is remembered of documents that are not the widgets' own, in bytes as they are estimated. */
  get weight(): number {
    return this.#cache.weight;
  }

  /** The operation, or what is wrong with it. */
  prepare(
    query: string,
    operationName: string | null | undefined,
    sender: Sender,
  ): PreparedOperation | readonly GraphQLError[] {
    // The length keeps a name and a text from being taken for another name and another text.
    const key = `${operationName?.length ?? '-'}:${operationName ?? ''}${query}`;
    const known = this.#cache.get(key, sender.key);
    if (known) return known;
    const tokens = documentTokens(query, this.#limits);
    if (tokens instanceof GraphQLError) {
      sender.parses(this.#limits.tokens);
      return [tokens];
    }
    const isOwn = this.#own.has(query);
    if (!isOwn) sender.parses(tokens);
    const prepared = this.#prepare(query, operationName, sender.hints, isOwn);
    if (Array.isArray(prepared)) return prepared as readonly GraphQLError[];
    const operation = prepared as PreparedOperation;
    if (isOwn) this.#cache.pin(key, operation);
    else this.#cache.set(key, operation, sender.key, 2 * key.length + tokens * tokenWeight);
    return operation;
  }

  #prepare(
    query: string,
    operationName: string | null | undefined,
    hints: boolean,
    isOwn: boolean,
  ): PreparedOperation | readonly GraphQLError[] {
    try {
      const document = parse(query, { maxTokens: this.#limits.tokens });
      const options = { maxErrors: 10, hideSuggestions: !hints };
      const invalid = validate(this.#schema, document, specifiedRules, options);
      return invalid.length > 0 ? invalid : this.#measured(document, operationName, isOwn);
    } catch (error) {
      if (error instanceof GraphQLError) return [error];
      // The stack is full: by what, nobody has foreseen.
      if (error instanceof RangeError) return [limitError('The document is nested too deep.')];
      throw error;
    }
  }

  #measured(
    document: DocumentNode,
    operationName: string | null | undefined,
    isOwn: boolean,
  ): PreparedOperation | readonly GraphQLError[] {
    const operation = getOperationAST(document, operationName);
    if (!operation)
      return [
        new GraphQLError(
          operationName ? `The document has no operation "${operationName}".` : 'Name the operation to run.',
        ),
      ];
    const fragments = fragmentsOf(document);
    const measures = measure(operation.selectionSet, fragments);
    const tooLarge = shapeErrors(measures, operation, this.#limits);
    if (tooLarge.length > 0) return tooLarge;
    const { operation: kind } = operation;
    const subscription =
      kind === OperationTypeNode.SUBSCRIPTION ? subscriptionDocument(this.#schema, document, operation) : null;
    if (Array.isArray(subscription)) return subscription as readonly GraphQLError[];
    const name = operation.name?.value ?? null;
    return {
      document,
      name,
      kind,
      fields: rootFields(operation.selectionSet, fragments),
      cost: costOf(this.#schema, operation, fragments),
      measures,
      compiled: kind === OperationTypeNode.QUERY ? this.#compiler(document, name ?? undefined) : () => null,
      subscription: subscription as SubscriptionDocument | null,
      isOwn,
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

export function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return fragments;
}
