import { type ExecutionResult, GraphQLError, OperationTypeNode } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import type { Exchange, ExchangeContext } from '../exchange-context.ts';
import type { OperationParams, Operations } from '../operations.ts';

/**
 * Runs what Yoga has read by `Operations`. The phases of Envelop would keep errors of documents, know no limit by what an
 * operation may cost, and take a third longer.
 */
export function runOperations(
  operations: Operations,
  documents: ReadonlyMap<string, string>,
): Plugin<object, ExchangeContext> {
  return {
    onParams({ setParamsHandler, context }) {
      const { exchange } = context as unknown as ExchangeContext;
      // Queries run together and share what they read; as soon as one writes, all run in their order.
      if (exchange.before === undefined) exchange.before = writes(exchange) ? Promise.resolve() : null;
      setParamsHandler(({ params }) => {
        const run = () => runOne(params as OperationParams, exchange);
        return exchange.before ? ((exchange.before = exchange.before.then(run)) as Promise<ExecutionResult>) : run();
      });
    },
  };

  /** Whether an operation of a batch writes. */
  function writes({ batch, graphql }: Exchange): boolean {
    if (!batch || batch.length === 1) return false;
    return batch.some(
      (params) => operations.kindOf(toOperation(params, documents), graphql!) === OperationTypeNode.MUTATION,
    );
  }

  async function runOne(operation: OperationParams, { request, graphql }: Exchange): Promise<ExecutionResult> {
    const kind = operations.kindOf(operation, graphql!);
    if (request.method !== 'POST' && kind !== null && kind !== OperationTypeNode.QUERY)
      return { errors: [notByGet(kind)] };
    const { result, executed } = await operations.run(operation, graphql!);
    if (!executed)
      for (const { extensions } of result.errors ?? [])
        extensions['http'] = { spec: true, status: statusOf(extensions) };
    return result;
  }
}

/** The same object where its text is in it, since what is found out about it is kept by it for as long as it is answered. */
function toOperation(params: GraphQLParams & { documentId?: unknown }, documents: ReadonlyMap<string, string>) {
  if (params.query !== undefined) return params as OperationParams;
  return { ...params, query: documents.get(String(params.documentId)) ?? '' };
}

function statusOf({ code }: GraphQLError['extensions']): number {
  return code === 'RATE_LIMITED' ? 429 : 400;
}

function notByGet(kind: OperationTypeNode): GraphQLError {
  return new GraphQLError(`Send a ${kind} by POST.`, {
    extensions: { http: { status: 405, headers: { Allow: 'POST' } } },
  });
}
