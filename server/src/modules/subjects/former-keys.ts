import type { Executor } from '../../database/connect.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/log.ts';
import * as store from './former-key-store.ts';
import type { Page } from './page.ts';
import { PageWitnesses } from './page-witnesses.ts';
import type { RowId } from '../../platform/ids.ts';

const day = 24 * 60 * 60 * 1000;
/** After that, the one page that was ever seen keeps the discussion of its former key. */
const observation = 30 * day;

/** A read of pages. `by` is the id of the reader; null if they are not signed in. */
export interface Reading {
  readonly by: RowId | null;
}

/** A page without a discussion of its own, and the page of the key that it had before. */
export interface FormerPage {
  readonly key: string;
  readonly former: Page;
}

/**
 * Leads pages to what stands under the keys that they had before keys had queries and routes. A former key that only one
 * page had leads there. One that several pages had keeps its discussion, because it cannot be known which of them it belongs to. One reader alone makes no second page of an address
 * that they thought of, and only discussions from before the change are led to.
 */
export class FormerKeys {
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #witnesses = new PageWitnesses();
  #changedAt: Promise<number | null> | undefined;

  constructor(clock: Clock, log: Logger) {
    this.#clock = clock;
    this.#log = log;
  }

  /** Whether there can be any: a database that is younger than queries in keys has none. */
  async exist(executor: Executor): Promise<boolean> {
    return (await this.#changed(executor)) !== null;
  }

  /**
   * The keys, among those given, that lead to the discussion of their former key.
   *
   * @param reading - Null where these pages are only asked about.
   */
  async leading(executor: Executor, candidates: readonly FormerPage[], reading: Reading | null): Promise<Set<string>> {
    const changedAt = await this.#changed(executor);
    const pages = candidates.filter(
      ({ former }) => changedAt !== null && former.createdAt !== null && former.createdAt < changedAt,
    );
    if (pages.length === 0) return new Set();
    const claims = await store.findClaims(executor, [...new Set(pages.map(({ former }) => former.key))]);
    if (reading) for (const page of pages) await this.#claim(executor, page, claims, reading);
    const alone = ({ key, former }: FormerPage) => {
      const own = claims.filter(({ formerKey }) => formerKey === former.key);
      return own.length === 1 && own[0]!.key === key;
    };
    return new Set(pages.filter(alone).map(({ key }) => key));
  }

  async #claim(executor: Executor, { key, former }: FormerPage, claims: store.Claim[], { by }: Reading): Promise<void> {
    const now = this.#clock.now();
    const own = claims.filter(({ formerKey }) => formerKey === former.key);
    const isSettled = own.length > 1 || (own.length === 1 && own[0]!.seenAt < now - observation);
    if (isSettled || own.some((claim) => claim.key === key)) return;
    if (own.length === 1 && (by === null || !this.#witnesses.add(key, by))) return;
    const claim = { key, formerKey: former.key, seenAt: now };
    claims.push(claim);
    try {
      await store.insertClaim(executor, claim);
    } catch (error) {
      // Where nothing can be written just now, the page is read all the same; in a transaction all fails together.
      if (executor.isTransaction) throw error;
    }
    if (own.length === 1) {
      this.#log.warn(
        { page: former.key, keys: [own[0]!.key, key] },
        'several pages had one key before, and its discussion stays there: see parvis alias --ambiguous',
      );
    }
  }

  async #changed(executor: Executor): Promise<number | null> {
    this.#changedAt ??= store.findChangedAt(executor);
    try {
      return await this.#changedAt;
    } catch (error) {
      this.#changedAt = undefined;
      throw error;
    }
  }
}
