import type { Executor } from '../../../database/connect.ts';
import type { Audience } from '../../../platform/audience.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Logger } from '../../../platform/log.ts';
import { parsePagePattern } from '../page-pattern.ts';
import type { Readers } from '../subject-store.ts';
import { type PageRule, readersUnder, type RuledPage, rulesOf } from './page-rule.ts';
import * as store from './page-rule-store.ts';

/** How old the rules may be by which a page is shown of which there is nothing, in milliseconds. */
const fresh = 5_000;

interface Known {
  readonly version: number;
  readonly rules: readonly PageRule[];
}

/** The rules that hold, kept in memory. What has a row has its readers there, and is not asked about here. */
export class PageRules {
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #others: Audience;
  #known: Known | null = null;
  #readAt = 0;

  /** @param others - Who reads pages without a rule. */
  constructor(clock: Clock, log: Logger, others: Audience) {
    this.#clock = clock;
    this.#log = log;
    this.#others = others;
  }

  /**
   * Who reads pages that have no row, and what is posted there. Another node may have changed the rules a moment ago.
   *
   * @param pages - The key of each, and its whole name.
   */
  async readersWithoutRow(db: Executor, pages: readonly { key: string; name: string }[]): Promise<Readers[]> {
    const { rules } = this.#known ?? (await this.#read(db, await store.readState(db)));
    if (this.#clock.now() - this.#readAt > fresh && !db.isTransaction) this.#refresh(db);
    const keys = pages.map(({ key }) => key);
    // Where there are no rules, the first read of a page need not ask where it came from.
    const aliases = rules.length > 0 && keys.length > 0 ? await store.findAliases(db, keys) : null;
    return pages.map(({ key, name }) => {
      const names = [name, ...(aliases?.get(key) ?? [])];
      return readersUnder({ rowId: null, names, narrowing: null }, rules, this.#others);
    });
  }

  /** Who reads a page for which a row is being made. Until the transaction ends, the rules stay as they are. */
  async held(trx: Executor): Promise<(page: RuledPage) => Readers> {
    const { rules } = await this.#current(trx, await store.holdState(trx));
    return (page) => readersUnder(page, rules, this.#others);
  }

  /** What a valid pass of a page does: nothing, where a rule or an administrator says that others read it. */
  async effectOfPass(db: Executor, page: RuledPage): Promise<'GRANTS' | 'NARROWS' | 'NOTHING'> {
    const { rules } = await this.#current(db, await store.readState(db));
    const ruled = rulesOf(page, rules);
    if (page.narrowing === 'narrowed' || ruled.some(({ readers }) => readers === 'pass')) return 'GRANTS';
    return page.narrowing === 'opened' || ruled.length > 0 ? 'NOTHING' : 'NARROWS';
  }

  /** The same by rules that have just been changed in this transaction. */
  async changed(trx: Executor): Promise<(page: RuledPage) => Readers> {
    const rules = parsed(await store.findRules(trx));
    return (page) => readersUnder(page, rules, this.#others);
  }

  /** They have changed, and are read again when they are needed. */
  forget(): void {
    this.#known = null;
  }

  async #current(db: Executor, state: store.RuleState): Promise<Known> {
    return this.#known?.version === state.version ? this.#known : this.#read(db, state);
  }

  async #read(db: Executor, { version }: store.RuleState): Promise<Known> {
    const known = { version, rules: parsed(await store.findRules(db)) };
    // A transaction may see what is not there any more when it ends.
    if (!db.isTransaction) this.#keep(known);
    return known;
  }

  #keep(known: Known): void {
    this.#known = known;
    this.#readAt = this.#clock.now();
  }

  /** Nobody waits for it. */
  #refresh(db: Executor): void {
    this.#readAt = this.#clock.now();
    store
      .readState(db)
      .then((state) => this.#current(db, state))
      .catch((error: unknown) => this.#log.warn({ err: error }, 'the rules of pages could not be read again'));
  }
}

function parsed(rules: readonly store.StoredRule[]): PageRule[] {
  return rules.map(({ pattern, audience }) => ({ pattern: parsePagePattern(pattern), readers: audience }));
}
