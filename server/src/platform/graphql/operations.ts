import { execute, type ExecutionResult, GraphQLError, type GraphQLSchema, OperationTypeNode } from 'graphql';
import type { OperationRun, Outcome } from '../metrics/operation-metrics.ts';
import type { GraphQLContext } from './context.ts';
import { Documents, type PreparedOperation } from './documents.ts';
import { type ErrorMask, unavailable } from './error-mask.ts';
import { limitError, type Limits } from './limits.ts';
import type { SubscriptionDocument } from './subscription-document.ts';

/** An operation as it comes in a request. */
export interface OperationParams {
  query: string;
  operationName?: string | null | undefined;
  variables?: Variables | null | undefined;
}

type Variables = Readonly<Record<string, unknown>>;

/** How much the operations of one HTTP request may cost together. */
export interface Budget {
  left: number;
}

/** The answer to one operation. */
export interface OperationResult {
  result: ExecutionResult;
  /** Whether it was executed: otherwise the document is at fault, and there is no data. */
  executed: boolean;
}

/** Runs operations: prepares, limits, executes and masks what must not be shown. */
export class Operations {
  readonly limits: Limits;
  readonly #schema: GraphQLSchema;
  readonly #documents: Documents;
  readonly #mask: ErrorMask;
  readonly #ran: (run: OperationRun) => void;

  /** @param ran - Told of each operation once it was run. */
  constructor(schema: GraphQLSchema, limits: Limits, mask: ErrorMask, ran: (run: OperationRun) => void) {
    this.limits = limits;
    this.#schema = schema;
    this.#documents = new Documents(schema, limits);
    this.#mask = mask;
    this.#ran = ran;
  }

  newBudget(): Budget {
    return { left: this.limits.cost };
  }

  /** Whether an operation is one that only reads; null where it is not valid. */
  kindOf({ query, operationName }: OperationParams): OperationTypeNode | null {
    const prepared = this.#documents.prepare(query, operationName);
    return isPrepared(prepared) ? prepared.kind : null;
  }

  /** A subscription that is not too large, or what is wrong with it. */
  subscription({ query, operationName, variables }: OperationParams): SubscriptionDocument | readonly GraphQLError[] {
    const prepared = this.#documents.prepare(query, operationName);
    if (!isPrepared(prepared)) return prepared;
    const cost = prepared.cost(variables ?? {});
    return cost > this.limits.cost ? [this.#tooCostly(cost)] : prepared.subscription!;
  }

  async run(params: OperationParams, context: GraphQLContext, budget: Budget): Promise<OperationResult> {
    const start = performance.now();
    const prepared = this.#documents.prepare(params.query, params.operationName);
    const valid = isPrepared(prepared);
    const answer = valid ? await this.#run(prepared, params, context, budget) : refused(prepared);
    const outcome = outcomeOf(answer, valid && prepared.kind === OperationTypeNode.MUTATION);
    this.#ran({ name: valid ? prepared.name : null, outcome, duration: performance.now() - start });
    return answer;
  }

  async #run(
    prepared: PreparedOperation,
    { operationName, variables }: OperationParams,
    context: GraphQLContext,
    budget: Budget,
  ): Promise<OperationResult> {
    if (prepared.subscription) return refused([streamedOnly()]);
    const given = variables ?? {};
    budget.left -= prepared.cost(given);
    if (budget.left < 0) return refused([this.#tooCostly(this.limits.cost - budget.left)]);
    const result =
      (await this.#runCompiled(prepared, context, given)) ??
      (await this.#runSteps(prepared, operationName, context, given));
    return { result: this.#masked(result, context.requestId), executed: result.data !== undefined };
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
    return execute({ schema: this.#schema, document, contextValue, variableValues, operationName });
  }

  #tooCostly(cost: number): GraphQLError {
    return limitError(`This asks for too much at once: ${this.limits.cost} objects are allowed, ${cost} may come.`);
  }

  #masked(result: ExecutionResult, requestId: string): ExecutionResult {
    if (!result.errors) return result;
    return { ...result, errors: result.errors.map((error) => this.#mask.mask(error, requestId)) };
  }
}

function isPrepared<T extends object>(prepared: T | readonly GraphQLError[]): prepared is T {
  return !Array.isArray(prepared);
}

function streamedOnly(): GraphQLError {
  return new GraphQLError(
    'A subscription is answered by an event stream: ask for it with `accept: text/event-stream`.',
    {
      extensions: { code: 'BAD_REQUEST' },
    },
  );
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
