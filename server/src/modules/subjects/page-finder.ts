import type { Executor } from '../../database/connect.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { FormerKeys, FormerPage, Reading } from './former-keys.ts';
import { type KeyReading, type PageRule, readKey } from './page-key.ts';
import type { Page, PageAudiences } from './page.ts';
import { findPages } from './page-store.ts';

/** Finds pages by what widgets say of them: by their key, by one that they had before, and by where they moved from. */
export class PageFinder {
  readonly #rule: PageRule;
  readonly #formerKeys: FormerKeys;
  readonly #audiences: PageAudiences;

  constructor(rule: PageRule, formerKeys: FormerKeys, audiences: PageAudiences) {
    this.#rule = rule;
    this.#formerKeys = formerKeys;
    this.#audiences = audiences;
  }

  /**
   * A page for each text, or why it is refused. One statement, unless pages have lost a former key.
   *
   * @param reading - Null where they are only asked about.
   */
  async find(
    executor: Executor,
    texts: readonly string[],
    reading: Reading | null = { by: null },
  ): Promise<(Page | Refusal)[]> {
    const readings = texts.map((text) => this.#read(text));
    const all = readings.flatMap((reading) => (reading instanceof Refusal ? [] : reading));
    const hasFormer = all.some(({ former }) => former !== null) && (await this.#formerKeys.exist(executor));
    const keys = all.flatMap(({ key, former }) => (hasFormer && former !== null ? [key, former] : [key]));
    const pages = await findPages(executor, [...new Set(keys)]);
    const chosen = readings.map((reading) => (reading instanceof Refusal ? reading : choose(reading, pages)));
    const found = chosen.map((page) => this.#withAudiences(page));
    return hasFormer
      ? this.#withFormer(found, new Map(all.map(({ key, former }) => [key, former])), pages, (candidates) =>
          this.#formerKeys.leading(executor, candidates, reading),
        )
      : found;
  }

  /** Whether a text means this page, whatever form of its address it is. */
  async means(executor: Executor, text: string, page: Page): Promise<KeyReading | null> {
    const readings = this.#read(text);
    if (readings instanceof Refusal) return null;
    const direct = readings.find(({ key, former }) => key === page.key || former === page.key);
    if (direct) return direct;
    const pages = await findPages(executor, [...new Set(readings.map(({ key }) => key))]);
    return readings.find(({ key }) => pages.get(key)!.key === page.key) ?? null;
  }

  async #withFormer(
    found: readonly (Page | Refusal)[],
    formerOf: ReadonlyMap<string, string | null>,
    pages: ReadonlyMap<string, Page>,
    leadingOf: (candidates: FormerPage[]) => Promise<Set<string>>,
  ): Promise<(Page | Refusal)[]> {
    const candidates = new Map<string, FormerPage>();
    for (const page of found) {
      if (page instanceof Refusal || page.rowId !== null) continue;
      const former = pages.get(formerOf.get(page.key) ?? '');
      // Not where the former key leads on: its discussion has been given to one page.
      if (former && former.key === formerOf.get(page.key)) candidates.set(page.key, { key: page.key, former });
    }
    const leading = await leadingOf([...candidates.values()]);
    return found.map((page) =>
      !(page instanceof Refusal) && leading.has(page.key) ? candidates.get(page.key)!.former : page,
    );
  }

  #withAudiences(page: Page | Refusal): Page | Refusal {
    return page instanceof Refusal || page.rowId !== null ? page : { ...page, ...this.#audiences(page.key) };
  }

  #read(text: string): KeyReading[] | Refusal {
    try {
      return readKey(text, this.#rule);
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }
}

/** The first page that is taken here; one elsewhere is where it moved here from. */
function choose(readings: readonly KeyReading[], pages: ReadonlyMap<string, Page>): Page | Refusal {
  for (const { key, refusal } of readings) {
    const page = pages.get(key)!;
    if (!refusal || page.key !== key) return page;
  }
  return readings.at(-1)!.refusal!;
}
