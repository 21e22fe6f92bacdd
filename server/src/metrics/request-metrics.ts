import { Counter, Histogram } from 'prom-client';
import type { Metrics } from './metrics.ts';

/** An HTTP request that was answered. */
export interface AnsweredRequest {
  path: string;
  status: number;
  /** Until the answer began, in milliseconds. */
  duration: number;
}

/** Counts and times HTTP requests by route. */
export class RequestMetrics {
  readonly #requests: Counter<'route' | 'status'>;
  readonly #durations: Histogram<'route'>;

  constructor({ registry }: Metrics) {
    const registers = [registry];
    this.#requests = new Counter({
      name: 'parvis_http_requests_total',
      help: 'HTTP requests by route and status.',
      labelNames: ['route', 'status'],
      registers,
    });
    this.#durations = new Histogram({
      name: 'parvis_http_request_duration_seconds',
      help: 'Time until the answer to an HTTP request begins, by route.',
      labelNames: ['route'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    });
  }

  answered({ path, status, duration }: AnsweredRequest): void {
    const route = routeOf(path);
    this.#requests.inc({ route, status });
    this.#durations.observe({ route }, duration / 1000);
  }
}

/** A few words, whatever paths people try. */
function routeOf(path: string): 'graphql' | 'probes' | 'files' {
  switch (path) {
    case '/graphql':
      return 'graphql';
    case '/healthz':
    case '/readyz':
    case '/metrics':
      return 'probes';
    default:
      return 'files';
  }
}
