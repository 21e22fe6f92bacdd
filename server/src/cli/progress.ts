import { Presets, SingleBar } from 'cli-progress';

/** Work that is faster than this gets no progress bar, in ms. */
const timeout = 1_000;

/** A progress bar for longer work, if the output is a terminal. */
export class Progress {
  readonly #bar = new SingleBar(
    { format: '{label} {bar} {percentage} % · {value} / {total}', hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  );
  readonly #label: string;
  readonly #start = Date.now();

  constructor(label: string) {
    this.#label = label;
  }

  readonly show = (done: number, total: number): void => {
    if (this.#bar.isActive) this.#bar.update(done);
    else if (process.stderr.isTTY && Date.now() - this.#start > timeout)
      this.#bar.start(total, done, { label: this.#label });
  };

  stop(): void {
    this.#bar.stop();
  }
}
