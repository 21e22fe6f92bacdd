/** Figures of the streams of this process since its start, for metrics and benchmarks. */
export class StreamFigures {
  /** Streams that are open now. */
  open = 0;
  /** Events that were written to a stream, once for each stream. */
  delivered = 0;
  /** Events that were dropped since a reader was too slow. */
  dropped = 0;
  /** How often a stream was told to read again. */
  resyncs = 0;
  /** From the log to the last stream that an event was written to, in milliseconds. */
  readonly lag = { last: 0, sum: 0, count: 0, max: 0 };
  /** Told of each lag, for a histogram. */
  onLag: ((milliseconds: number) => void) | null = null;

  addLag(milliseconds: number): void {
    const { lag } = this;
    lag.last = milliseconds;
    lag.sum += milliseconds;
    lag.count += 1;
    lag.max = Math.max(lag.max, milliseconds);
    this.onLag?.(milliseconds);
  }
}
