import type { Transaction } from 'kysely';
import type { DatabaseConnection, Executor } from '../../database/connect.ts';
import type { Database } from '../../database/database.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Outbox } from '../../events/outbox.ts';
import { restrictions } from '../../platform/audience.ts';
import { toGlobalId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { deleteClaims, findClaims } from './former-key-store.ts';
import * as aliases from './page-alias-store.ts';
import type { Page, PageMove } from './page.ts';
import type { PageFollower } from './page-follower.ts';
import { findPages } from './page-store.ts';
import type { PageReaders } from './readers/page-readers.ts';
import { lockSubject } from './subject-store.ts';

/** Lets a discussion follow its page to another key. */
export class PageAliases {
  readonly #database: DatabaseConnection;
  readonly #clock: Clock;
  readonly #outbox: Outbox;
  readonly #followers: readonly PageFollower[];
  readonly #readers: PageReaders;

  constructor(parts: {
    database: DatabaseConnection;
    clock: Clock;
    outbox: Outbox;
    /** The modules that keep rows by page. */
    followers: readonly PageFollower[];
    readers: PageReaders;
  }) {
    this.#database = parts.database;
    this.#clock = parts.clock;
    this.#outbox = parts.outbox;
    this.#followers = parts.followers;
    this.#readers = parts.readers;
  }

  /**
   * Moves all that stands under one canonical key to another, together with what stands there already, and makes the
   * former key lead to the new one. Answers the key that both lead to.
   *
   * @param address - The whole address of a `current` that is the hash of one.
   * @param beside - What else is written in that transaction.
   * @throws {Refusal} INVALID where both are the same page.
   */
  async alias(
    former: string,
    current: string,
    address: string | null = null,
    beside?: (trx: Executor) => Promise<void>,
  ): Promise<string> {
    return this.#database.transaction(async (trx) => {
      const from = await aliases.canonicalKeyOf(trx, former);
      const target = await aliases.canonicalKeyOf(trx, current);
      const to = target === from ? current : target;
      if (from === to) throw new Refusal('INVALID', `${former} and ${current} are the same page already.`);
      const move = await this.#findMove(trx, from, to);
      for (const follower of this.#followers) await follower.pageMoved(trx, move);
      if (move.from.rowId && move.to.rowId) await aliases.absorbPage(trx, move.from.rowId, move.to.rowId);
      else if (move.from.rowId) await aliases.renamePage(trx, move.from.rowId, to, address);
      await aliases.redirectKey(trx, from, to, this.#clock.now());
      await this.#takeAlong(trx, from, to);
      if (move.from.rowId ?? move.to.rowId) await this.#readers.applied(trx, to);
      const [page] = (await findPages(trx, [to])).values();
      await this.#publish(trx, from, page!);
      await beside?.(trx);
      return to;
    });
  }

  /** A page that showed the discussion of its former key goes on to do so. */
  async #takeAlong(trx: Executor, from: string, to: string): Promise<void> {
    const [claim, ...others] = await findClaims(trx, [from]);
    if (claim && others.length === 0 && claim.key !== to) await aliases.addAlias(trx, claim.key, to, this.#clock.now());
    if (claim) await deleteClaims(trx, from);
  }

  /** Those who read both places are told where all stands; others, that they read nothing there any more. */
  async #publish(trx: Executor, from: string, page: Page): Promise<void> {
    const keys = [from, page.key];
    const subject = toGlobalId('Page', page.key);
    const pages = keys.map((key) => toGlobalId('Page', key));
    const others = this.#followers.flatMap(({ topics }) => keys.flatMap((key) => topics?.(key) ?? []));
    const topics = [...pages, ...others];
    const [bare] =
      page.rowId === null ? await this.#readers.ofPagesWithoutRow(trx, [{ key: page.key, name: page.key }]) : [];
    const audiences = restrictions(bare ?? page);
    await this.#outbox.record(trx, { type: 'PageMoved', topics, subject, people: [], audiences });
    if (audiences.length > 0) await this.#outbox.record(trx, { type: 'ReadersChanged', topics, subject, people: [] });
  }

  async #findMove(trx: Transaction<Database>, from: string, to: string): Promise<PageMove> {
    // Without aliases in between: `to` may be a former key of `from`, which has no row of its own.
    const pages = await findPages(trx, [from, to]);
    const rowIdOf = (key: string) => (pages.get(key)!.key === key ? pages.get(key)!.rowId : null);
    const move = { from: { key: from, rowId: rowIdOf(from) }, to: { key: to, rowId: rowIdOf(to) } };
    for (const id of [move.from.rowId, move.to.rowId].filter((rowId) => rowId !== null).sort())
      await lockSubject(trx, id);
    return move;
  }
}
