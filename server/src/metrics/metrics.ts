import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import { inTime } from '../platform/in-time.ts';
import { version } from '../platform/version.ts';

/** A figure that a part of the server keeps, read when the metrics are collected. */
export interface Figure {
  /** With its unit, as Prometheus names things: `parvis_…_seconds`; a counter ends in `_total`. */
  name: string;
  help: string;
  /** What only grows, or what goes up and down. */
  type: 'counter' | 'gauge';
  /** Where there is no number now, none is shown. */
  read: () => number | Promise<number>;
}

/** The timeout of one figure, so that a broken one does not hide the others. */
const timeout = 2_000;

/** What this server tells of itself, in the text format of Prometheus. */
export class Metrics {
  /** Of its own: several servers live in one process of tests. */
  readonly registry = new Registry();
  #watchesProcess = false;

  constructor() {
    new Gauge({
      name: 'parvis_build_info',
      help: 'Always 1. Its labels say what runs.',
      labelNames: ['version', 'node'],
      registers: [this.registry],
    }).set({ version, node: process.version }, 1);
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  add(...figures: Figure[]): void {
    for (const figure of figures) this.#add(figure);
  }

  async text(): Promise<string> {
    this.#watchProcess();
    return this.registry.metrics();
  }

  #add({ name, help, type, read }: Figure): void {
    const registers = [this.registry];
    if (type === 'counter') {
      const counter = new Counter({
        name,
        help,
        registers,
        async collect() {
          const value = await inTime(timeout, read);
          counter.remove();
          if (value !== null) counter.inc(value);
        },
      });
    } else {
      const gauge = new Gauge({
        name,
        help,
        registers,
        async collect() {
          const value = await inTime(timeout, read);
          gauge.remove();
          if (value !== null) gauge.set(value);
        },
      });
    }
  }

  /** Starts with the first reading, since it needs a timer and an observer that an unmonitored server can do without. */
  #watchProcess(): void {
    if (this.#watchesProcess) return;
    this.#watchesProcess = true;
    collectDefaultMetrics({ register: this.registry });
  }
}
