import { Counter, Histogram } from 'prom-client';
import type { Metrics } from './metrics.ts';

/**
 * How an operation ended: `refused` for a reason that people are told, `invalid` when it was not executed, `failed` when
 * something broke here.
 */
export type Outcome = 'ok' | 'refused' | 'invalid' | 'failed';

/** An operation that was run. */
export interface OperationRun {
  /** As its document names it; null for one without a name, and for a document that is not valid. */
  name: string | null;
  outcome: Outcome;
  /** In milliseconds. */
  duration: number;
}

/** Names come from clients, and each is kept for ever. */
const distinctNames = 100;

/** Counts and times operations by their names. */
export class OperationMetrics {
  readonly #runs: Counter<'operation' | 'outcome'>;
  readonly #durations: Histogram<'operation'>;
  readonly #names = new Set<string>();

  constructor({ registry }: Metrics) {
    const registers = [registry];
    this.#runs = new Counter({
      name: 'parvis_operations_total',
      help: 'GraphQL operations by name and outcome.',
      labelNames: ['operation', 'outcome'],
      registers,
    });
    this.#durations = new Histogram({
      name: 'parvis_operation_duration_seconds',
      help: 'Time to run a valid GraphQL operation, by name.',
      labelNames: ['operation'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    });
  }

  ran({ name, outcome, duration }: OperationRun): void {
    const operation = this.#label(name, outcome);
    this.#runs.inc({ operation, outcome });
    if (outcome !== 'invalid') this.#durations.observe({ operation }, duration / 1000);
  }

  #label(name: string | null, outcome: Outcome): string {
    if (name === null) return outcome === 'invalid' ? 'invalid' : 'anonymous';
    if (this.#names.has(name)) return name;
    if (this.#names.size >= distinctNames || outcome === 'invalid') return 'other';
    this.#names.add(name);
    return name;
  }
}
