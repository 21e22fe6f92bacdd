import type { Executor } from '../../database/connect.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { FormerKeys, FormerPage, Reading } from './former-keys.ts';
import { type KeyReading, type KeyRule, readKey } from './page-key.ts';
import type { Page } from './page.ts';
import { findPages } from './page-store.ts';
import type { PageReaders } from './readers/page-readers.ts';

/** A page by what somebody calls it. */
export interface NamedPage {
  readonly page: Page;
  readonly names: readonly string[];
}

/** Finds pages by what widgets say of them: by their key, by one that they had before, and by where they moved from. */
export class PageFinder {
  readonly #rule: KeyRule;
  readonly #formerKeys: FormerKeys;
  readonly #readers: PageReaders;

  constructor(rule: KeyRule, formerKeys: FormerKeys, readers: PageReaders) {
    this.#rule = rule;
    this.#formerKeys = formerKeys;
    this.#readers = readers;
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
    const found = await this.#withReaders(executor, chosen, all);
    return hasFormer
      ? this.#withFormer(found, new Map(all.map(({ key, former }) => [key, former])), pages, (candidates) =>
          this.#formerKeys.leading(executor, candidates, reading),
        )
      : found;
  }

  /** The same, each with the names by which it is under rules: the one that was given, and the one that it has. */
  async named(executor: Executor, texts: readonly string[]): Promise<(NamedPage | Refusal)[]> {
    const pages = await this.find(executor, texts, null);
    return pages.map((page, index) => {
      if (page instanceof Refusal) return page;
      const given = (this.#read(texts[index]!) as KeyReading[]).find(({ refusal }) => !refusal);
      const name = given?.address ?? given?.key ?? page.key;
      // The address of one without a row is not kept where its key is a hash.
      const names = given?.key === page.key ? [name] : [name, page.url ?? page.key];
      return { page, names: [...new Set(names)] };
    });
  }

  /** The address of a page by which more is known of it than by its key, which may be a hash; the key where it is of another page. */
  wholeAddress(key: string, text: string): string {
    const readings = this.#read(text);
    const isMeant = !(readings instanceof Refusal) && readings.some((reading) => reading.key === key);
    return isMeant ? text : key;
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

  /** The same, where those without a row have their readers. */
  async #withReaders(
    executor: Executor,
    pages: readonly (Page | Refusal)[],
    readings: readonly KeyReading[],
  ): Promise<(Page | Refusal)[]> {
    const bare = pages.filter((page): page is Page => !(page instanceof Refusal) && page.rowId === null);
    if (bare.length === 0) return [...pages];
    const addresses = new Map(readings.map(({ key, address }) => [key, address]));
    const named = bare.map(({ key }) => ({ key, name: addresses.get(key) ?? key }));
    const readers = await this.#readers.ofPagesWithoutRow(executor, named);
    const complete = new Map(bare.map((page, index) => [page, { ...page, ...readers[index]! }]));
    return pages.map((page) => (page instanceof Refusal ? page : (complete.get(page) ?? page)));
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
