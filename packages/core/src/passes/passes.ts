// Loaded where the page has a page pass.
import { SESSION } from '../client/session.js';
import { type Shown, shown } from '../client/shown.js';
import type { GetPass, PassSource } from '../client/server.js';
import type { Answer } from '../client/transport.js';
import { QueryController } from '../controllers/query-controller.js';
import { rereadShown } from '../events/reread-shown.js';
import { pageKey } from '../page/page-key.js';

/** How long before its end a pass is renewed, in ms; of a short one, the last tenth. */
const MARGIN = 30_000;
/** How long to wait for the page's pass, and how long until it is asked again where it gave none, in ms. */
const PATIENCE = 10_000;
/** The longest time that a timer takes, in ms. */
const LONGEST = 2_147_483_647;

/** The client whose requests carry the passes. */
interface Carrier {
  query(document: typeof SESSION, variables: object): Promise<unknown>;
}

/** What `getPass` answered for a page. */
interface Kept {
  pass?: string | undefined;
  asked?: Promise<unknown> | undefined;
  /** When to ask again at the earliest, as `Date.now()`. */
  again: number;
}

const said = new Set<string>();

/** What the page's server says of its reader's rights: the passes in the page's tags, and those that `getPass` answers. */
export class Passes implements PassSource {
  readonly #client: Carrier;
  readonly #getPass: GetPass | undefined;
  /** By the key of the page. */
  readonly #kept = new Map<string, Kept>();
  /** Those that are waited for to end. */
  readonly #ending = new Set<string>();
  readonly #changes = new MutationObserver((changes) => {
    const hosts = changes.map(({ target }) => target);
    reread(this.#shown.filter(({ host }) => hosts.includes(host as unknown as Node)));
  });

  constructor(client: Carrier, getPass: GetPass | undefined) {
    this.#client = client;
    this.#getPass = getPass;
  }

  /** Operations with the passes that the page has; waits for those that it is about to give. */
  async addTo(operations: string[]): Promise<string[]> {
    for (const { host } of this.#shown) this.#look(host as unknown as Element);
    const asked = [...this.#kept.values()].flatMap(({ asked }) => asked ?? []);
    if (asked.length) await Promise.race([Promise.all(asked), pause(PATIENCE)]);
    const passes = [...new Set(this.#shown.flatMap((each) => this.#passOf(each) ?? []))];
    if (!passes.length) return operations;
    const [first, ...others] = operations;
    return [JSON.stringify({ ...(JSON.parse(first!) as object), extensions: { passes } }), ...others];
  }

  /** Says in the console why the server takes some of them for none. */
  explain(answers: readonly Answer[]): void {
    const hints = answers.flatMap(
      ({ extensions }) => (extensions as { passHints?: string[] } | undefined)?.passHints ?? [],
    );
    for (const hint of hints) {
      if (!said.has(hint)) console.warn(`Parvis: ${hint}`);
      said.add(hint);
    }
  }

  get #shown(): Shown[] {
    return [...shown].filter(({ client }) => client.current === this.#client);
  }

  /** Takes note of the pass in a tag, and asks for one where there is none. */
  #look(host: Element): void {
    this.#changes.observe(host, { attributeFilter: ['pass'] });
    const pass = given(host);
    const page = pageOf(host);
    if (pass) this.#waitForEnd(pass);
    else if (this.#getPass && page) this.#ask(page);
  }

  #passOf({ host }: Shown): string | undefined {
    const element = host as unknown as Element;
    const pass = given(element) ?? this.#kept.get(pageOf(element) ?? '')?.pass;
    return pass && endOf(pass) > Date.now() ? pass : undefined;
  }

  #ask(page: string): void {
    const kept = this.#kept.get(page) ?? { again: 0 };
    this.#kept.set(page, kept);
    if (kept.asked || kept.again > Date.now()) return;
    kept.again = Date.now() + PATIENCE;
    kept.asked = this.#answerOf(page, kept).then(() => (kept.asked = undefined));
  }

  async #answerOf(page: string, kept: Kept): Promise<void> {
    try {
      const pass = (await this.#getPass!(page))?.trim();
      if (!pass) return;
      kept.pass = pass;
      const lasts = endOf(pass) - Date.now();
      kept.again = Date.now() + lasts - Math.min(MARGIN, lasts / 10);
      this.#waitForEnd(pass);
      later(kept.again, () => void this.#renew(page, kept));
    } catch (reason) {
      console.warn('Parvis: getPass failed.', reason);
    }
  }

  async #renew(page: string, kept: Kept): Promise<void> {
    const holders = () => this.#shown.filter(({ host }) => pageOf(host as unknown as Element) === page);
    if (!holders().length) return;
    const former = kept.pass!;
    this.#ask(page);
    await kept.asked;
    if (kept.pass === former) return;
    // Any operation brings it to the server, and what is followed goes on.
    await this.#client.query(SESSION, {}).catch(() => undefined);
    // The machine was asleep when the former one ended.
    if (endOf(former) <= Date.now()) reread(holders());
  }

  /** Has what was read with a pass read again when it ends, where no other has taken its place. */
  #waitForEnd(pass: string): void {
    if (this.#ending.has(pass)) return;
    this.#ending.add(pass);
    const holders = () =>
      this.#shown.filter(({ host }) => {
        const element = host as unknown as Element;
        return (given(element, false) ?? this.#kept.get(pageOf(element) ?? '')?.pass) === pass;
      });
    later(endOf(pass), () => reread(holders()));
  }
}

/** The pass in a tag. @param isValid - whether one that has ended counts as none */
function given(host: Element, isValid = true): string | undefined {
  const pass = host.getAttribute('pass')?.trim();
  return pass && (!isValid || endOf(pass) > Date.now()) ? pass : undefined;
}

/** The key of the page that a widget shows; undefined where it shows something else. */
function pageOf(host: Element): string | undefined {
  const { subject, wall } = host as { subject?: string; wall?: string };
  if (wall !== undefined) return wall === 'page' ? pageKey() : /^page:(.+)$/s.exec(wall)?.[1];
  return 'subject' in host ? pageKey(subject) : undefined;
}

function reread(all: readonly Shown[]): void {
  for (const each of all) {
    const { query } = each;
    if (query instanceof QueryController && query.error) query.reload();
    else void rereadShown(each);
  }
}

/** When a pass ends, as `Date.now()`. Only the server can say what is wrong with another text. */
function endOf(pass: string): number {
  try {
    const payload = pass.split('.')[1]!.replace(/-/g, '+').replace(/_/g, '/');
    const { exp } = JSON.parse(atob(payload)) as { exp?: unknown };
    if (typeof exp === 'number') return exp * 1_000;
  } catch {
    // No JSON web token.
  }
  return Infinity;
}

function later(at: number, act: () => void): void {
  const delay = Math.max(0, at - Date.now());
  if (delay < LONGEST) setTimeout(act, delay);
}

const pause = (delay: number) => new Promise((resolve) => setTimeout(resolve, delay));
