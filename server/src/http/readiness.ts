import { type HttpAnswer, plainText } from './exchange.ts';
import { inTime } from '../platform/in-time.ts';

/** Something that can go wrong, and that operations should hear of. */
export interface Check {
  /** The message if the check fails. */
  trouble: string;
  /** Whether nothing can be served then. */
  essential: boolean;
  passes: () => boolean | Promise<boolean>;
}

/** A check that takes longer than this has failed, in milliseconds. */
const timeout = 3_000;

/** Whether new requests should be sent to this server: `/readyz`. */
export class Readiness {
  readonly #checks: readonly Check[];
  #draining = false;

  constructor(checks: readonly Check[]) {
    this.#checks = checks;
  }

  /** From now on it says no. */
  drain(): void {
    this.#draining = true;
  }

  /** 200 or 503, and a line for each trouble. */
  async answer(): Promise<HttpAnswer> {
    if (this.#draining) return plainText(503, 'not ready\nstopping\n');
    const failed = (
      await Promise.all(this.#checks.map(async (check) => ((await inTime(timeout, check.passes)) ? [] : [check])))
    ).flat();
    const ready = !failed.some(({ essential }) => essential);
    const lines = [ready ? 'ready' : 'not ready', ...failed.map(({ trouble }) => trouble)];
    return plainText(ready ? 200 : 503, `${lines.join('\n')}\n`);
  }
}
