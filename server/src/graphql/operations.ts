import { execute, type ExecutionResult, GraphQLError, type GraphQLSchema, OperationTypeNode } from 'graphql';
import type { OperationRun, Outcome } from '../metrics/operation-metrics.ts';
import type { ProcessLimit } from '../platform/process-limit.ts';
import { Refusal } from '../platform/refusal.ts';
import type { GraphQLContext } from './context.ts';
import { Documents, type PreparedOperation, type Sender } from './documents.ts';
import { type ErrorMask, unavailable } from './error-mask.ts';
import { limitError } from './limit-error.ts';
import type { Limits } from './limits.ts';
import { countDocument } from './parse-limit.ts';

/** An operation as it comes in a request. */
export interface OperationParams {
  query: string;
  operationName?: string | null | undefined;
  variables?: Variables | null | undefined;
}

type Variables = Readonly<Record<string, unknown>>;

/** The answer to one operation. */
export interface OperationResult {
  result: ExecutionResult;
  /** Whether it was executed: otherwise the document is at fault, and there is no data. */
  executed: boolean;
}

type Prepared = PreparedOperation | readonly GraphQLError[];

/** What an event may bring: each is read again for all who follow it. */
const mostOfEvent = 500;
/** Of one answer. */
const mostErrors = 100;

export interface OperationsOptions {
  schema: GraphQLSchema;
  limits: Limits;
  mask: ErrorMask;
  parseLimit: ProcessLimit;
  /** Of fields of `Query` and `Subscription`. Those of `Mutation` count where they are called. */
  readLimit: ProcessLimit;
  /** The documents of the widgets and of the company's own programs. */
  own: ReadonlySet<string>;
  /** Whether only those are run. */
  trusted: boolean;
  /** Told of each operation once it was run. */
  ran: (run: OperationRun) => void;
}

/** Runs operations: prepares, limits, executes and masks what must not be shown. */
export class Operations {
  readonly #options: OperationsOptions;
  readonly #documents: Documents;
  /** What is wrong with a document is not remembered; of one request it is not looked for twice. */
  readonly #prepared = new WeakMap<OperationParams, Prepared>();

  constructor(options: OperationsOptions) {
    this.#options = options;
    this.#documents = new Documents(options.schema, options.limits, options.own);
  }

  /** Whether an operation is one that only reads; null where it is not valid. */
  kindOf(params: OperationParams, context: GraphQLContext): OperationTypeNode | null {
    const prepared = this.#prepare(params, context);
    return isPrepared(prepared) ? prepared.kind : null;
  }

  /** A subscription that is not too large, or what is wrong with it. */
  subscription(params: OperationParams, context: GraphQLContext): PreparedOperation | readonly GraphQLError[] {
    const prepared = this.#prepare(params, context);
    if (!isPrepared(prepared)) return prepared;
    const cost = prepared.cost(params.variables ?? {});
    if (cost > mostOfEvent) return [limitError(`An event brings ${mostOfEvent} objects at most; ${cost} may come.`)];
    const tooOften = this.#countReads(prepared, context);
    return tooOften ? [tooOften] : prepared;
  }

  async run(params: OperationParams, context: GraphQLContext): Promise<OperationResult> {
    const start = performance.now();
    const prepared = this.#prepare(params, context);
    const valid = isPrepared(prepared);
    const answer = valid ? await this.#run(prepared, params, context) : refused(prepared);
    const outcome = outcomeOf(answer, valid && prepared.kind === OperationTypeNode.MUTATION);
    this.#options.ran({ name: valid ? prepared.name : null, outcome, duration: performance.now() - start });
    return answer;
  }

  #prepare(params: OperationParams, context: GraphQLContext): Prepared {
    let prepared = this.#prepared.get(params);
    if (prepared) return prepared;
    const { trusted, own } = this.#options;
    if (trusted && !own.has(params.query)) return [unknownOperation(trusted)];
    const { caller, budget, seesSchema } = context;
    const sender: Sender = {
      key: caller.key,
      hints: seesSchema,
      parses: (tokens) => {
        countDocument(this.#options.parseLimit, caller, tokens);
        if (!budget.parse(tokens))
          throw limitError(
            `The new documents of a request have ${this.#options.limits.tokens} tokens at most together.`,
          );
      },
    };
    try {
      prepared = this.#documents.prepare(params.query, params.operationName, sender);
    } catch (error) {
      if (!(error instanceof Refusal) && !(error instanceof GraphQLError)) throw error;
      prepared = [this.#refusal(error, context)];
    }
    this.#prepared.set(params, prepared);
    return prepared;
  }

  async #run(
    prepared: PreparedOperation,
    { operationName, variables }: OperationParams,
    context: GraphQLContext,
  ): Promise<OperationResult> {
    if (prepared.subscription) return refused([streamedOnly()]);
    if (prepared.measures.introspects && !context.seesSchema) return refused([schemaHidden()]);
    const tooOften = this.#countReads(prepared, context);
    if (tooOften) return refused([tooOften]);
    const given = variables ?? {};
    const { budget } = context;
    const tooMuch = budget.plan(prepared.cost(given), prepared.measures);
    if (tooMuch) return refused([tooMuch]);
    const result =
      (await this.#runCompiled(prepared, context, given)) ??
      (await this.#runSteps(prepared, operationName, context, given));
    // Half an answer would look like a whole one.
    if (budget.spent) return refused([budget.spent]);
    return { result: this.#masked(result, context), executed: result.data !== undefined };
  }

  /** Null for what is not compiled, and for variables that are wrong: their errors say more step by step. */
  async #runCompiled(
    prepared: PreparedOperation,
    context: GraphQLContext,
    variables: Variables,
  ): Promise<ExecutionResult | null> {
    const compiled = prepared.compiled();
    if (!compiled) return null;
    const result = (await compiled.query(undefined, context, variables)) as ExecutionResult;
    return result.data === undefined ? null : result;
  }

  async #runSteps(
    { document }: PreparedOperation,
    operationName: string | null | undefined,
    contextValue: GraphQLContext,
    variableValues: Variables,
  ): Promise<ExecutionResult> {
    const { schema } = this.#options;
    const hideSuggestions = !contextValue.seesSchema;
    return execute({ schema, document, contextValue, variableValues, operationName, hideSuggestions });
  }

  /** Null for a caller who has not asked too often. */
  #countReads({ kind, fields }: PreparedOperation, context: GraphQLContext): GraphQLError | null {
    if (kind === OperationTypeNode.MUTATION) return null;
    try {
      for (const [field, times] of fields) this.#options.readLimit.take(context.caller, field, times);
      return null;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return this.#refusal(error, context);
    }
  }

  #masked(result: ExecutionResult, context: GraphQLContext): ExecutionResult {
    if (!result.errors) return result;
    const shown = result.errors.slice(0, mostErrors);
    return { ...result, errors: shown.map((error) => this.#refusal(error, context)) };
  }

  #refusal(error: unknown, context: GraphQLContext): GraphQLError {
    const shown = this.#options.mask.mask(error, context.requestId);
    const { retryAfter } = shown.extensions;
    if (typeof retryAfter === 'number') context.retryAfter = Math.max(context.retryAfter, retryAfter);
    return shown;
  }
}

export function isPrepared<T extends object>(prepared: T | readonly GraphQLError[]): prepared is T {
  return !Array.isArray(prepared);
}

/** What somebody is told who sends what the server does not know, or may not run. */
export function unknownOperation(trusted: boolean): GraphQLError {
  const message = trusted
    ? 'This server takes only operations that it knows: those of its widgets, and those of PARVIS_OPERATIONS_FILES.'
    : 'This server has no document of this id. Send its text.';
  return new GraphQLError(message, { extensions: { code: 'PERSISTED_QUERY_NOT_FOUND', http: { status: 400 } } });
}

function streamedOnly(): GraphQLError {
  return new GraphQLError(
    'A subscription is answered by an event stream: ask for it with `accept: text/event-stream`.',
    { extensions: { code: 'BAD_REQUEST' } },
  );
}

function schemaHidden(): GraphQLError {
  return new GraphQLError('Sign in to read the schema. It is in schema.graphql too.', {
    extensions: { code: 'FORBIDDEN' },
  });
}

function refused(errors: readonly GraphQLError[]): OperationResult {
  return { result: { errors }, executed: false };
}

const failures = new Set<unknown>(['INTERNAL_SERVER_ERROR', unavailable]);

function outcomeOf({ result: { data, errors }, executed }: OperationResult, mutation: boolean): Outcome {
  if (!executed) return 'invalid';
  if (errors?.some(({ extensions }) => failures.has(extensions?.['code']))) return 'failed';
  const refusedWrite = mutation && Object.values(data ?? {}).some(hasUserErrors);
  return errors || refusedWrite ? 'refused' : 'ok';
}

function hasUserErrors(payload: unknown): boolean {
  const { userErrors } = (payload ?? {}) as { userErrors?: unknown };
  return Array.isArray(userErrors) && userErrors.length > 0;
}
