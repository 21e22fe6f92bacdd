import { type ExecutionResult, OperationTypeNode } from 'graphql';
import { type Plugin, processRegularResult } from 'graphql-yoga';
import { acceptsEventStream, acceptsJson, eventStream } from '../accepted-types.ts';
import type { ExchangeContext } from '../exchange-context.ts';
import type { OperationParams, Operations } from '../operations.ts';
import { jsonAnswer, type RequestRefusals } from '../request-refusals.ts';
import type { Subscriptions } from '../subscriptions.ts';

type Result = ExecutionResult | ExecutionResult[];

/** With this one, Yoga answers the status of an error; as `application/json` it may be 200. */
const refusalType = 'application/graphql-response+json';

/**
 * Opens the stream of a subscription, once Yoga has read it. What it tells is serialised once for all who ask the same, and
 * written to each by the server itself: Yoga would do so for each reader, at four times the cost (see
 * docs/decisions/0011-a-fan-out-of-our-own.md). Nothing else is answered as a stream.
 */
export function openStreams(
  operations: Operations,
  subscriptions: Pick<Subscriptions, 'open'>,
  refusals: RequestRefusals,
): Plugin<object, ExchangeContext> {
  return {
    onParams({ params, context, setParamsHandler }) {
      const { exchange } = context as unknown as ExchangeContext;
      const { request, requestId, graphql, rights } = exchange;
      if (request.method !== 'POST' || exchange.batch || !acceptsEventStream(request.header('accept'))) return;
      const operation = params as OperationParams;
      const kind = operations.kindOf(operation, graphql!);
      // What is wrong with a document is said by who would have opened its stream.
      if (kind !== null && kind !== OperationTypeNode.SUBSCRIPTION) return;
      setParamsHandler(async () => {
        try {
          const answer = await subscriptions.open(request, operation, graphql!, rights);
          exchange.answer = 'status' in answer ? answer : jsonAnswer(400, JSON.stringify({ errors: answer }));
        } catch (error) {
          exchange.answer = refusals.of(error, requestId, request);
        }
        return { data: null };
      });
    },
    onResultProcess({ serverContext: { exchange }, setResultProcessor }) {
      const { answer, request } = exchange;
      const accept = request.header('accept');
      if (answer) setResultProcessor((_, { Response }) => new Response(null, answer), eventStream);
      else if (!acceptsJson(accept))
        setResultProcessor((result, fetchAPI) => {
          const said = acceptsEventStream(accept) && isRefusal(result as Result);
          return said
            ? processRegularResult(result, fetchAPI, refusalType)
            : new fetchAPI.Response(null, { status: 406 });
        }, eventStream);
    },
  };
}

/** Whether nothing was done: the widgets read of their streams, too, that a document is not known, and send its text. */
function isRefusal(result: Result): boolean {
  return !Array.isArray(result) && result.data === undefined && result.errors !== undefined;
}
