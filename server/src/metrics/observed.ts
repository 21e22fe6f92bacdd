import type { HttpRequest } from '../http/exchange.ts';
import type { Logger } from '../platform/log.ts';
import type { Metrics } from './metrics.ts';
import { RequestMetrics } from './request-metrics.ts';

/** The observed part of a response. A file is already sent, and has no headers here. */
interface Observed {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Counts, times and, at level `debug`, logs a request that `answer` answers. */
export type Observe = <Answer extends Observed>(
  request: HttpRequest,
  answer: (request: HttpRequest) => Promise<Answer>,
) => Promise<Answer>;

export function observing(metrics: Metrics, log: Logger): Observe {
  const requests = new RequestMetrics(metrics);
  return async (request, answer) => {
    const start = performance.now();
    const { method, path } = request;
    let answered: Observed | null = null;
    try {
      const given = await answer(request);
      answered = given;
      return given;
    } finally {
      const status = answered?.status ?? 500;
      const duration = performance.now() - start;
      requests.answered({ path, status, duration });
      // Without the query, which may contain private data.
      log.debug({ requestId: answered?.headers?.['x-request-id'], method, path, status, duration }, 'request');
    }
  };
}
