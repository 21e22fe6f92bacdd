import { isDamage } from '../outage.ts';

/**
 * Stops all writes after a disk failure. Data that did not reach the disk may seem to be there until the file is reopened,
 * because the system and SQLite cache it.
 */
export class DamageWatch {
  readonly #report: (error: Error) => void;
  #damage: Error | null = null;

  constructor(report: (error: Error) => void) {
    this.#report = report;
  }

  /** @throws {Error} the first failure, if there was one. */
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
