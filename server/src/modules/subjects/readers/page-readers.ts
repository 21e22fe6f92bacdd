import { setImmediate } from 'node:timers/promises';
import type { AuditLog } from '../../../audit/audit-log.ts';
import type { DatabaseConnection, Executor } from '../../../database/connect.ts';
import type { Outbox } from '../../../events/outbox.ts';
import type { Audience, AudienceSource } from '../../../platform/audience.ts';
import type { Clock } from '../../../platform/clock.ts';
import { type RowId, toGlobalId } from '../../../platform/ids.ts';
import type { Logger } from '../../../platform/log.ts';
import { Refusal } from '../../../platform/refusal.ts';
import type { PageFollower, PageWithNewReaders } from '../page-follower.ts';
import type { Page } from '../page.ts';
import { wholeName } from '../page-key.ts';
import * as audit from '../page-audit.ts';
import { lockSubject, type Readers } from '../subject-store.ts';
import { mayMatch, type PagePattern, parsePagePattern } from '../page-pattern.ts';
import type { RuledPage, WrittenRule } from './page-rule.ts';
import * as store from './page-rule-store.ts';
import { PageRules } from './page-rules.ts';

/** How many pages get other readers by one statement. */
const together = 200;

/** A rule, as administrators see it. */
export type ListedRule = Pick<store.StoredRule, 'pattern' | 'readers' | 'fromSettings'>;

/** Who reads pages: by rules, by passes that narrow them, and by where they move. Asks no policy. */
export class PageReaders {
  readonly #database: DatabaseConnection;
  readonly #outbox: Outbox;
  readonly #audit: AuditLog;
  readonly #log: Logger;
  readonly #followers: readonly PageFollower[];
  readonly #sources: readonly AudienceSource[];
  readonly #rules: PageRules;
  readonly #others: Audience;

  constructor(parts: {
    database: DatabaseConnection;
    clock: Clock;
    outbox: Outbox;
    audit: AuditLog;
    log: Logger;
    followers: readonly PageFollower[];
    audienceSources: readonly AudienceSource[];
    /** Who reads pages without a rule. */
    others: Audience;
  }) {
    this.#database = parts.database;
    this.#outbox = parts.outbox;
    this.#audit = parts.audit;
    this.#log = parts.log;
    this.#followers = parts.followers;
    this.#sources = parts.audienceSources;
    this.#others = parts.others;
    this.#rules = new PageRules(parts.clock, parts.log, parts.others);
  }

  /** @param pages - The key of each, and its whole name. */
  ofPagesWithoutRow(executor: Executor, pages: readonly { key: string; name: string }[]): Promise<Readers[]> {
    return this.#rules.readersWithoutRow(executor, pages);
  }

  /** Of a page that gets its row. */
  async ofNewPage(
    trx: Executor,
    rowId: RowId,
    { key, address }: { key: string; address: string | null },
  ): Promise<Readers> {
    const aliases = await store.findAliases(trx, [key]);
    const names = [wholeName(key, address), ...aliases.get(key)!];
    return (await this.#rules.held(trx))({ rowId, names, narrowing: null });
  }

  /** The rules of the API and of the settings, these last. */
  rules(): Promise<ListedRule[]> {
    return store.findRules(this.#database.db);
  }

  /**
   * Replaces the rules of the settings where they differ from those that were followed last. What they named then stays what
   * they mean, under whatever name; what was not there then is looked for again.
   */
  async followSettings(written: readonly WrittenRule[]): Promise<void> {
    const settings = JSON.stringify([this.#others, written]);
    const { db } = this.#database;
    const stored = (await store.findRules(db)).filter(({ fromSettings }) => fromSettings);
    const isFollowed = (await store.readState(db)).settings === settings;
    const rules: store.StoredRule[] = [];
    for (const rule of written) {
      const known = isFollowed ? stored.find(({ pattern }) => pattern === rule.pattern)?.audience : undefined;
      const audience = known && known !== 'nobody' ? known : await this.#meant(rule);
      rules.push({ ...rule, audience, fromSettings: true });
    }
    const isSame = (one: store.StoredRule) =>
      stored.some(({ pattern, audience }) => pattern === one.pattern && audience === one.audience);
    const isUnchanged = isFollowed && rules.every(isSame);
    await this.#change(
      'server',
      () => true,
      async (trx) => {
        // All pages are looked at all the same: a version without rules, which ran beside this one, has made some as it knew.
        if (isUnchanged) {
          await store.holdState(trx);
          return [];
        }
        await store.nextVersion(trx, settings);
        await store.deleteRulesOfSettings(trx);
        for (const rule of rules) await store.saveRule(trx, rule);
        return [audit.pageRulesOfSettings(written.length)];
      },
    );
  }

  /** @param by - Null for the command line. @throws {Refusal} INVALID for an audience that is not there. */
  async setRule(by: RowId | null, rule: WrittenRule): Promise<void> {
    const audience = await this.#meant(rule);
    if (audience === 'nobody' && rule.readers !== 'nobody')
      throw new Refusal('INVALID', `There is no ${rule.readers}.`, ['readers']);
    await this.#change(by, isUnder(rule), async (trx) => {
      await store.nextVersion(trx);
      await store.saveRule(trx, { ...rule, audience, fromSettings: false });
      return [audit.pageRuleSet(by, rule.pattern, audience)];
    });
  }

  /** @throws {Refusal} NOT_FOUND where the API has set none. */
  async deleteRule(by: RowId | null, pattern: string): Promise<ListedRule> {
    let deleted: ListedRule | null = null;
    await this.#change(by, isUnder({ pattern }), async (trx) => {
      await store.nextVersion(trx);
      deleted = await store.deleteRule(trx, pattern);
      if (!deleted) throw new Refusal('NOT_FOUND', 'There is no such rule, or the settings have it.', ['pattern']);
      return [audit.pageRuleSet(by, pattern, null)];
    });
    return deleted!;
  }

  /** What a valid pass of a page does. @param names - Of a page that may have no row. */
  async effectOfPass(executor: Executor, { key, rowId }: Pick<Page, 'key' | 'rowId'>, names: readonly string[]) {
    const [stored] = rowId === null ? [] : await store.findRuledPages(executor, [key]);
    if (stored) return this.#rules.effectOfPass(executor, stored);
    const aliases = await store.findAliases(executor, [key]);
    return this.#rules.effectOfPass(executor, {
      rowId: null,
      names: [...names, ...aliases.get(key)!],
      narrowing: null,
    });
  }

  /**
   * Whether a pass grants a page. The first one of a page that no rule names narrows it: from then on it is read by who holds a
   * grant alone.
   *
   * @param by - Whose pass it is.
   * @param issuer - The name of its key.
   * @returns Null for a page that has moved since it was found.
   */
  async takesPass(
    trx: Executor,
    { key, rowId }: { key: string; rowId: RowId },
    { by, issuer }: { by: RowId; issuer: string },
  ): Promise<boolean | null> {
    await this.#rules.held(trx);
    await lockSubject(trx, rowId);
    const [page] = await store.findRuledPages(trx, [key]);
    if (page?.rowId !== rowId) return null;
    const effect = await this.#rules.effectOfPass(trx, page);
    if (effect === 'NARROWS') {
      await store.setNarrowing(trx, page.rowId, 'narrowed');
      await this.applied(trx, key);
      await this.#audit.record(trx, audit.pageNarrowed(by, page.rowId, issuer));
    }
    return effect !== 'NOTHING';
  }

  /** Which of some pages are read by who holds a grant of them, and by nobody else, though a rule may say that not even they do. */
  async areByGrant(executor: Executor, keys: readonly string[]): Promise<boolean[]> {
    const pages = new Map((await store.findRuledPages(executor, keys)).map((page) => [page.key, page]));
    return Promise.all(
      keys.map(async (key) => {
        const page = pages.get(key);
        return page !== undefined && (await this.#rules.effectOfPass(executor, page)) === 'GRANTS';
      }),
    );
  }

  /** Lets passes narrow a page no longer. @param by - Null for the command line. */
  async open(trx: Executor, by: RowId | null, key: string): Promise<void> {
    const page = await this.#ruled(trx, key);
    if (page.narrowing === 'opened') return;
    await store.setNarrowing(trx, page.rowId, 'opened');
    await this.applied(trx, key);
    await this.#audit.record(trx, audit.pageOpened(by, page.rowId));
  }

  /** Gives a page, and all that follows it, the readers that it has by its rules. */
  async applied(trx: Executor, key: string): Promise<void> {
    const readersOf = await this.#rules.held(trx);
    const page = await this.#ruled(trx, key);
    await this.#apply(trx, [{ rowId: page.rowId, key, readers: readersOf(page) }]);
  }

  async #ruled(trx: Executor, key: string): Promise<store.PageWithReaders> {
    const [page] = await store.findRuledPages(trx, [key]);
    return page!;
  }

  /** Gives pages their readers, with what is at them, and lets those who follow them be asked who they are. */
  async #apply(trx: Executor, pages: readonly PageWithNewReaders[]): Promise<void> {
    await store.setReaders(trx, pages);
    for (const follower of this.#followers) await follower.readersChanged?.(trx, pages);
    const topics = pages.flatMap(({ key }) => [
      toGlobalId('Page', key),
      ...this.#followers.flatMap((follower) => follower.topics?.(key) ?? []),
    ]);
    await this.#outbox.record(trx, { type: 'ReadersChanged', topics, subject: topics[0]!, people: [] });
  }

  /**
   * Changes rules, and gives pages the readers that they have by them.
   *
   * @param isTouched - The pages that may have other readers by the change.
   */
  async #change(
    by: RowId | null | 'server',
    isTouched: (page: RuledPage) => boolean,
    write: (trx: Executor) => Promise<audit.RuleRecord[]>,
  ): Promise<void> {
    const count = await this.#database.transaction(async (trx) => {
      const records = await write(trx);
      const readersOf = await this.#rules.changed(trx);
      const touched = (await store.findRuledPages(trx)).filter(isTouched);
      const changed: PageWithNewReaders[] = [];
      for (const [index, { rowId, key, ...page }] of touched.entries()) {
        // Lets other requests be answered meanwhile.
        if (index % together === 0) await setImmediate();
        const readers = readersOf({ rowId, ...page });
        if (!isSame(page.readers, readers)) changed.push({ rowId, key, readers });
      }
      for (let from = 0; from < changed.length; from += together)
        await this.#apply(trx, changed.slice(from, from + together));
      await this.#audit.recordAll(trx, records);
      return changed.length;
    });
    this.#rules.forget();
    if (count > 0) this.#log.info({ by, pages: count }, 'pages have other readers now');
  }

  /** What is meant by the readers of a rule: nobody, where there is no such audience. */
  async #meant({ pattern, readers }: WrittenRule): Promise<Audience | 'pass'> {
    const [, kind, name] = /^(.+?):(.+)$/.exec(readers) ?? [];
    if (!kind || !name) return readers as Audience | 'pass';
    const found = await this.#sources.find((source) => source.kind === kind)?.byName?.(name);
    if (!found)
      this.#log.warn({ pattern, readers }, 'a rule of pages names readers that are not there: nobody reads these');
    return found ?? 'nobody';
  }
}

/** Which pages are under a rule, or may be. Its pattern is read when the first page is asked about: there may be no such rule. */
function isUnder({ pattern }: Pick<WrittenRule, 'pattern'>): (page: RuledPage) => boolean {
  let parsed: PagePattern | null = null;
  return ({ names }) => {
    const known = (parsed ??= parsePagePattern(pattern));
    return names.some((name) => mayMatch(known, name));
  };
}

function isSame(one: Readers, other: Readers): boolean {
  return one.audience === other.audience && one.ownAudience === other.ownAudience && one.writers === other.writers;
}
