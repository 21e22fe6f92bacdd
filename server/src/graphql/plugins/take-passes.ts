import type { ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Viewer } from '../../platform/viewer.ts';
import type { ExchangeContext } from '../exchange-context.ts';

type Take = (viewer: Viewer, passes: readonly string[]) => Promise<readonly string[]>;

/** Takes the page passes that come with operations, before any of these is run. Why some count as none is told beside the results. */
export function takePasses(take: Take): Plugin<object, ExchangeContext> {
  return {
    async onParams({ context }) {
      const { exchange } = context as unknown as ExchangeContext;
      const { passes = [], graphql } = exchange;
      if (passes.length > 0 && graphql) await (exchange.passHints ??= take(graphql.viewer, passes));
    },
    async onResultProcess({ result, serverContext: { exchange } }) {
      const passHints = await exchange.passHints;
      if (!passHints?.length) return;
      const first = [result].flat()[0] as ExecutionResult | undefined;
      if (first) Object.assign(first, { extensions: { ...first.extensions, passHints } });
    },
  };
}
