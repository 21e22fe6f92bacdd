import { Histogram } from 'prom-client';
import type { DatabaseConnection } from '../database/connect.ts';
import type { Metrics } from './metrics.ts';

/**
 * The same database, of which connections are counted and each transaction is timed: with its wait for a connection, or
 * for the one before it.
 */
export function measured(database: DatabaseConnection, metrics: Metrics): DatabaseConnection {
  const durations = new Histogram({
    name: 'parvis_transaction_duration_seconds',
    help: 'Time from asking for a database transaction until it is stored (committed) or undone (rolled_back).',
    labelNames: ['outcome'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [metrics.registry],
  });
  const gauge = (name: string, help: string, read: () => number) => metrics.add({ name, help, type: 'gauge', read });
  gauge('parvis_database_connections', 'Open connections to the database.', () => database.pool().total);
  gauge('parvis_database_connections_idle', 'Those that do nothing.', () => database.pool().idle);
  gauge('parvis_database_waiting', 'Requests that wait for a connection.', () => database.pool().waiting);
  return {
    ...database,
    async transaction(work) {
      const start = performance.now();
      let outcome = 'rolled_back';
      try {
        const result = await database.transaction(work);
        outcome = 'committed';
        return result;
      } finally {
        durations.observe({ outcome }, (performance.now() - start) / 1000);
      }
    },
  };
}
