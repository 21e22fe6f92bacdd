import type { AuditLog } from '../../audit/audit-log.ts';
import type { Executor } from '../../database/connect.ts';
import type { Logger } from '../../platform/log.ts';
import { titleSet } from './page-audit.ts';
import { plainTitle } from './page-title.ts';
import type { Page, TitleSetter } from './page.ts';
import { setTitle } from './page-store.ts';
import type { StoredSubject } from './subject.ts';
import type { RowId } from '../../platform/ids.ts';

/** The titles of pages. Each change is logged, with who made it; those that last are in the audit log. */
export class PageTitles {
  readonly #log: Logger;
  readonly #audit: AuditLog;

  constructor(log: Logger, audit: AuditLog) {
    this.#log = log;
    this.#audit = audit;
  }

  /** Takes the title that a page says with a write, unless the administration has set one. */
  async take(
    trx: Executor,
    page: Page & StoredSubject,
    said: string | null | undefined,
    personId: RowId,
  ): Promise<void> {
    const title = plainTitle(said);
    if (title === null || title === page.title || page.titleSetBy !== null) return;
    await this.#set(trx, page, title, null, personId);
  }

  /** Sets a title for good; none lets the page say it again. @param personId - Null for the command line. */
  async set(trx: Executor, page: Page & StoredSubject, title: string | null, personId: RowId | null): Promise<void> {
    const plain = plainTitle(title);
    await this.#set(trx, page, plain, plain === null ? null : (personId ?? 'command line'), personId);
    await this.#audit.record(trx, titleSet(page.rowId, personId, plain !== null));
  }

  async #set(
    trx: Executor,
    { rowId, key, title: from }: Page & StoredSubject,
    to: string | null,
    setBy: TitleSetter | null,
    personId: RowId | null,
  ): Promise<void> {
    const entry = { page: key, from, to, person: personId };
    await setTitle(trx, rowId, to, setBy, () => this.#log.info(entry, 'the title of a page changed'));
  }
}
