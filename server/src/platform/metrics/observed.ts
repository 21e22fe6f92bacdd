import type { HttpAnswer, HttpRequest } from '../http/exchange.ts';
import type { Logger } from '../log.ts';
import type { Metrics } from './metrics.ts';
import { RequestMetrics } from './request-metrics.ts';

type Host = (request: HttpRequest) => Promise<HttpAnswer>;

/** The same host, of which each request is counted, timed and, at level `debug`, logged. */
export function observed(host: Host, metrics: Metrics, log: Logger): Host {
  const requests = new RequestMetrics(metrics);
  return async (request) => {
    const start = performance.now();
    const { method, path } = request;
    let answer: HttpAnswer | null = null;
    try {
      answer = await host(request);
      return answer;
    } finally {
      const status = answer?.status ?? 500;
      const duration = performance.now() - start;
      requests.answered({ path, status, duration });
      // No query: it may hold what is private.
      log.debug({ requestId: answer?.headers['x-request-id'], method, path, status, duration }, 'request');
    }
  };
}
