import { Histogram } from 'prom-client';
import type { EventLog } from '../events/event-log.ts';
import type { StreamFigures } from '../events/stream-figures.ts';
import type { Metrics } from './metrics.ts';

export interface EventParts {
  log: EventLog;
  streams: StreamFigures;
  /** How many events are stored and not told yet. */
  waiting: () => number;
}

/** What events do on their way from the database to the readers. */
export function addEventMetrics(metrics: Metrics, { log, streams, waiting }: EventParts): void {
  const lags = new Histogram({
    name: 'parvis_event_lag_seconds',
    help: 'Time from an event coming to this process until the last of its streams has it.',
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [metrics.registry],
  });
  streams.onLag = (milliseconds) => lags.observe(milliseconds / 1000);
  metrics.add(
    { name: 'parvis_streams_open', help: 'Event streams that are open.', type: 'gauge', read: () => streams.open },
    {
      name: 'parvis_events_delivered_total',
      help: 'Events written to streams, once for each stream.',
      type: 'counter',
      read: () => streams.delivered,
    },
    {
      name: 'parvis_event_queue_drops_total',
      help: 'Events dropped because a reader was too slow.',
      type: 'counter',
      read: () => streams.dropped,
    },
    {
      name: 'parvis_event_resyncs_total',
      help: 'Resyncs: how often a stream told its client to read again what it shows.',
      type: 'counter',
      read: () => streams.resyncs,
    },
    {
      name: 'parvis_outbox_waiting',
      help: 'Events that this process stored and that are not in the event log yet.',
      type: 'gauge',
      read: waiting,
    },
    {
      name: 'parvis_event_log_connected',
      help: 'Whether the event log can be reached: 1 or 0.',
      type: 'gauge',
      read: () => Number(log.connected),
    },
  );
}
