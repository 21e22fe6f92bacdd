import type { GraphQLParams } from 'graphql-yoga';
import type { HttpAnswer, HttpRequest } from '../http/exchange.ts';
import type { GraphQLContext } from './context.ts';

/** An HTTP request while it is answered: what Yoga's plugins share of it. */
export interface ExchangeContext {
  readonly exchange: {
    readonly request: HttpRequest;
    readonly requestId: string;
    /** Of the rights, before it was asked who the viewer is. */
    readonly rights: number;
    /** What resolvers get; none where the request is refused. */
    graphql?: GraphQLContext;
    /** Why it is not let in. */
    refusal?: HttpAnswer;
    /** The operations that came together. */
    batch?: readonly GraphQLParams[];
    /** The page passes that came with them. */
    passes?: readonly string[];
    /** Why some of these count as none, once that is known. */
    passHints?: Promise<readonly string[]>;
    /** Settles when those before in the batch are done; null where none of them writes, and nobody waits. */
    before?: Promise<unknown> | null;
    /** What is answered in the place of a result: a stream of events, or why there is none. */
    answer?: HttpAnswer;
  };
}

export type Exchange = ExchangeContext['exchange'];
