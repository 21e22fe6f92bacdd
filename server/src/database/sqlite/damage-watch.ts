import { isDamage } from '../outage.ts';

/**
 * Lets nothing more be written after the disk has failed. What did not reach it then may look as if it had, until the
 * file is opened anew: by the system, which forgets what it could not write, and by SQLite.
 */
export class DamageWatch {
  readonly #report: (error: Error) => void;
  #damage: Error | null = null;

  constructor(report: (error: Error) => void) {
    this.#report = report;
  }

  /** @throws {Error} The first failure, if there was one. */
  assertSound(): void {
    if (this.#damage) throw this.#damage;
  }

  run<T>(statement: () => T): T {
    try {
      return statement();
    } catch (error) {
      if (!this.#damage && isDamage(error)) {
        this.#damage = error as Error;
        this.#report(this.#damage);
      }
      throw error;
    }
  }
}
