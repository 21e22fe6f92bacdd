import type { Plugin } from 'graphql-yoga';
import type { ExchangeContext } from '../exchange-context.ts';

/** Answers requests that are not let in, before Yoga reads them: so that they, too, say which pages may read the answer. */
export function refusals(): Plugin<object, ExchangeContext> {
  return {
    onRequest({ serverContext, endResponse, fetchAPI }) {
      const { refusal } = serverContext.exchange;
      if (!refusal) return;
      const { status, headers, body } = refusal;
      endResponse(new fetchAPI.Response(body as string, { status, headers }));
    },
  };
}
