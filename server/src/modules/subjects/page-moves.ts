import type { AuditLog } from '../../audit/audit-log.ts';
import type { DatabaseConnection } from '../../database/connect.ts';
import type { Clock } from '../../platform/clock.ts';
import { Refusal } from '../../platform/refusal.ts';
import { findAmbiguous, findClaims } from './former-key-store.ts';
import * as aliases from './page-alias-store.ts';
import type { PageAliases } from './page-aliases.ts';
import type { PageFinder } from './page-finder.ts';
import { foldKey, isHashed, type KeyReading, type KeyRule, readKey } from './page-key.ts';
import { pageMoved } from './page-audit.ts';
import { findPages } from './page-store.ts';

/** One page that moves, or would. */
export interface PlannedMove {
  readonly from: string;
  readonly to: string;
  /** The whole address of a `to` that is the hash of one. */
  readonly address: string | null;
  readonly comments: number;
  readonly reactions: number;
  /** How many comments stand at `to` already, to which those of `from` would come. */
  readonly joins: number;
  /** Both lead to the same page already. */
  readonly isDone: boolean;
}

/** A discussion under a former key that several pages had. */
export interface AmbiguousKey {
  readonly key: string;
  readonly comments: number;
  readonly reactions: number;
  /** Pages that had this key before; there may be more. */
  readonly pages: readonly string[];
}

/** Pages that move, one by one or all of a site, for the command line. Asks no policy. */
export class PageMoves {
  readonly #database: DatabaseConnection;
  readonly #clock: Clock;
  readonly #audit: AuditLog;
  readonly #aliases: PageAliases;
  readonly #finder: PageFinder;
  readonly #rule: KeyRule;

  constructor(parts: {
    database: DatabaseConnection;
    clock: Clock;
    audit: AuditLog;
    aliases: PageAliases;
    finder: PageFinder;
    rule: KeyRule;
  }) {
    this.#database = parts.database;
    this.#clock = parts.clock;
    this.#audit = parts.audit;
    this.#aliases = parts.aliases;
    this.#finder = parts.finder;
    this.#rule = parts.rule;
  }

  /**
   * What moving one page would do. It may come from any address; where it goes must be taken here.
   *
   * @throws {Refusal} INVALID with the reason.
   */
  async plan(former: string, current: string): Promise<PlannedMove> {
    const [from, to] = [this.#readOld(former), this.#readNew(current)];
    const { db } = this.#database;
    const [old, target] = [await this.#shownAt(former, from), await this.#shownAt(current, to)];
    const pages = await findPages(db, [old, target]);
    const isDone = pages.get(old)!.key === pages.get(target)!.key && pages.get(target)!.key !== old;
    const here = pages.get(old)!;
    const there = pages.get(target)!;
    return {
      from: old,
      to: target,
      address: to.address,
      comments: here.commentCount,
      reactions: here.reactionCount,
      joins: there.key === here.key ? 0 : there.commentCount,
      isDone: isDone || old === target,
    };
  }

  /**
   * What moving all pages under one address to another would do: `/news` takes `/news/1` and `/news?page=2` along, and not
   * `/newsletter`. The beginning of plain names may be given too.
   *
   * @throws {Refusal} INVALID where one of the pages cannot go there.
   */
  async planPrefix(former: string, current: string): Promise<PlannedMove[]> {
    const isAddress = former.includes('://');
    const from = isAddress ? this.#readOld(former).key : former;
    const to = isAddress ? current.replace(/\/+$/, '') : current;
    const texts = (await aliases.findAllPages(this.#database.db)).flatMap(({ key, address }) => {
      const text = isHashed(key) ? (address ?? key) : key;
      const rest = text.slice(from.length);
      return text.startsWith(from) && (!isAddress || /^(?:$|[/?#])/.test(rest)) && !rest.startsWith('#sha256-')
        ? [[text, to + rest] as const]
        : [];
    });
    const moves = [];
    for (const [text, target] of texts) moves.push(await this.plan(text, target));
    return moves;
  }

  /** Moves a page. Answers the key that both lead to. @throws {Refusal} INVALID where both are the same page. */
  async move({ from, to, address }: Pick<PlannedMove, 'from' | 'to' | 'address'>): Promise<string> {
    return this.#aliases.alias(from, to, address, (trx) => this.#audit.record(trx, pageMoved(from, to)));
  }

  /** Discussions under former keys that several pages had. */
  async ambiguous(): Promise<AmbiguousKey[]> {
    const { db } = this.#database;
    const keys = await findAmbiguous(db);
    if (keys.length === 0) return [];
    const [pages, claims] = [await findPages(db, keys), await findClaims(db, keys)];
    return keys.map((key) => ({
      key,
      comments: pages.get(key)!.commentCount,
      reactions: pages.get(key)!.reactionCount,
      pages: claims.filter(({ formerKey }) => formerKey === key).map((claim) => claim.key),
    }));
  }

  /**
   * Brings what is stored to the keys of this version: pages whose address is written in another way now join the page
   * that they are, and lead there. Addresses of first readers are forgotten. Answers how many pages moved. May run at any
   * time and from several processes at once; the version before goes on beside it, since it follows aliases.
   */
  async refold(): Promise<number> {
    const { db } = this.#database;
    let moved = 0;
    for (const { key, canonicalKey } of await aliases.findAllAliases(db)) {
      const [folded, target] = [foldKey(key, this.#rule), foldKey(canonicalKey, this.#rule)];
      if (folded !== key && folded !== target) await aliases.addAlias(db, folded, canonicalKey, this.#clock.now());
    }
    for (const { key } of await aliases.findAllPages(db)) {
      const folded = foldKey(key, this.#rule);
      if (folded === key) continue;
      // Another process may have done so a moment before.
      await this.#aliases.alias(key, folded).then(
        () => moved++,
        (error: unknown) => {
          if (!(error instanceof Refusal)) throw error;
        },
      );
    }
    await aliases.forgetReadersAddresses(db);
    return moved;
  }

  /** The key under which the discussion of a page stands, which may be the one that the page had before. */
  async #shownAt(text: string, { key, former }: KeyReading): Promise<string> {
    if (former === null) return key;
    const [page] = await this.#finder.find(this.#database.db, [text], null);
    return page instanceof Refusal || page!.key !== former ? key : former;
  }

  #readOld(text: string): KeyReading {
    return readKey(text, this.#rule).at(-1)!;
  }

  #readNew(text: string): KeyReading {
    const reading = this.#readOld(text);
    if (reading.refusal) throw reading.refusal;
    return reading;
  }
}
