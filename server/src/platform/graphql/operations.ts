import { execute, type ExecutionResult, type GraphQLError, type GraphQLSchema, OperationTypeNode } from 'graphql';
import type { GraphQLContext } from './context.ts';
import { Documents } from './documents.ts';
import type { ErrorMask } from './error-mask.ts';
import { limitError, type Limits } from './limits.ts';

/** An operation as it comes in a request. */
export interface OperationParams {
  query: string;
  operationName?: string | null | undefined;
  variables?: Readonly<Record<string, unknown>> | null | undefined;
}

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

  constructor(schema: GraphQLSchema, limits: Limits, mask: ErrorMask) {
    this.limits = limits;
    this.#schema = schema;
    this.#documents = new Documents(schema, limits);
    this.#mask = mask;
  }

  newBudget(): Budget {
    return { left: this.limits.cost };
  }

  /** Whether an operation is one that only reads; null where it is not valid. */
  kindOf({ query, operationName }: OperationParams): OperationTypeNode | null {
    const prepared = this.#documents.prepare(query, operationName);
    return isPrepared(prepared) ? prepared.kind : null;
  }

  async run(
    { query, operationName, variables }: OperationParams,
    context: GraphQLContext,
    budget: Budget,
  ): Promise<OperationResult> {
    const prepared = this.#documents.prepare(query, operationName);
    if (!isPrepared(prepared)) return refused(prepared);
    const given = variables ?? {};
    budget.left -= prepared.cost(given);
    if (budget.left < 0) {
      return refused([
        limitError(
          `This asks for too much at once: ${this.limits.cost} objects are allowed, ${this.limits.cost - budget.left} may come.`,
        ),
      ]);
    }
    const compiled = prepared.compiled();
    const result = compiled
      ? await compiled.query(undefined, context, given)
      : await execute({
          schema: this.#schema,
          document: prepared.document,
          contextValue: context,
          variableValues: given,
          operationName,
        });
    return {
      result: this.#masked(result as ExecutionResult, context.requestId),
      executed: 'data' in result && result.data !== undefined,
    };
  }

  #masked(result: ExecutionResult, requestId: string): ExecutionResult {
    if (!result.errors) return result;
    return { ...result, errors: result.errors.map((error) => this.#mask.mask(error, requestId)) };
  }
}

function isPrepared<T extends object>(prepared: T | readonly GraphQLError[]): prepared is T {
  return !Array.isArray(prepared);
}

function refused(errors: readonly GraphQLError[]): OperationResult {
  return { result: { errors }, executed: false };
}
