import { setTimeout as delay } from 'node:timers/promises';
import type { BrowserTab } from './browser-tab.ts';
import { type Eyes, openEyes, type Path } from './eyes.ts';

const timeout = 20_000;
const pause = 25;

/** Somebody on a page of an intranet: they see what is shown, click where they see it, and type. */
export class Visitor {
  readonly tab: BrowserTab;
  /** The origin of the intranet. */
  readonly intranet: string;
  /** What the pages that were left had noticed. */
  readonly #noticed: string[] = [];

  constructor(tab: BrowserTab, intranet: string) {
    this.tab = tab;
    this.intranet = intranet;
  }

  async goto(path: string): Promise<void> {
    this.#noticed.push(...(await this.#noticedHere()));
    // Browsers load nothing where an address differs from theirs in no more than what follows its hash.
    if (path.includes('#')) await this.tab.goto('about:blank');
    await this.tab.goto(`${this.intranet}${path}`);
  }

  /** Asks the page something; the function is sent there as text, and may use its arguments only. */
  async see<T, Args extends readonly unknown[]>(look: (eyes: Eyes, ...args: Args) => T, ...args: Args): Promise<T> {
    const values = args.map((arg) => `, ${JSON.stringify(arg) ?? 'undefined'}`).join('');
    // As text, because what comes over a wire piece by piece takes long.
    const answer = await this.tab.evaluate(
      `(() => { const all = (${look.toString()})((${openEyes.toString()})()${values}); return JSON.stringify({ all }); })()`,
    );
    return (JSON.parse(answer as string) as { all: T }).all;
  }

  /** Waits until the page is as described. @throws {Error} with the description when it never is. */
  async until<Args extends readonly unknown[]>(
    description: string,
    look: (eyes: Eyes, ...args: Args) => unknown,
    ...args: Args
  ): Promise<void> {
    for (const last = Date.now() + timeout; ; await delay(pause)) {
      // A page that is being left cannot be asked.
      const is = await this.see(look, ...args).catch(() => false);
      if (is) return;
      if (Date.now() > last)
        throw new Error(`Not so after ${timeout / 1000} s: ${description}. ${await this.#state()}`);
    }
  }

  /** What has the keyboard, and what our widgets show, in one line. */
  #state(): Promise<string> {
    return this.see(describeState).catch((reason: unknown) => `The page cannot be asked: ${String(reason)}`);
  }

  /** Waits until every widget of the page is there and shows no skeleton any more. */
  async untilSettled(): Promise<void> {
    await this.until('all widgets are there', (eyes) => {
      // What speaks to screen readers is an element without a class.
      const pending = eyes
        .shown('.skeleton, :not(:defined, parvis-announcer)')
        .filter((element) => element.checkVisibility());
      return document.readyState === 'complete' && eyes.all('parvis-like-button >> *').length > 0 && !pending.length;
    });
  }

  /** What the pages themselves have noticed, which they do not like. */
  async noticed(): Promise<string[]> {
    return [...this.#noticed, ...(await this.#noticedHere())];
  }

  #noticedHere(): Promise<string[]> {
    return this.see(() =>
      [window, ...Array.from({ length: frames.length }, (_, i) => frames[i]!)].flatMap(
        (each) => (each as unknown as { hostNoticed?: string[] }).hostNoticed ?? [],
      ),
    );
  }

  async untilShown(path: Path, text = ''): Promise<void> {
    await this.until(
      `${path} is shown, with "${text}"`,
      (eyes, at, words) => eyes.shown(at, words).length > 0,
      path,
      text,
    );
  }

  async untilGone(path: Path, text = ''): Promise<void> {
    await this.until(`${path} is gone`, (eyes, at, words) => eyes.shown(at, words).length === 0, path, text);
  }

  texts(path: Path): Promise<string[]> {
    return this.see(
      (eyes, at) => eyes.shown(at).map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()),
      path,
    );
  }

  /** Clicks on something where it is seen: what covers it, or moves it away, is waited for. */
  async click(path: Path, text = ''): Promise<void> {
    let before = '';
    let covering = 'nothing is there';
    for (const last = Date.now() + timeout; ; await delay(pause)) {
      const target = await this.see(pointAt, path, text).catch(() => null);
      covering = target?.covering ?? 'nothing is there';
      const now = JSON.stringify(target);
      if (target && !target.covering && now === before) return this.tab.click(target.x, target.y);
      before = now;
      if (Date.now() > last) throw new Error(`${path} "${text}" cannot be clicked: ${covering}`);
    }
  }

  /** Gives something the keyboard, as the key Tab would. */
  async focus(path: Path, text = ''): Promise<void> {
    await this.untilShown(path, text);
    await this.see((eyes, at, words) => eyes.shown(at, words)[0]!.focus(), path, text);
  }

  /** Waits until something has the keyboard. */
  async untilFocused(selector: string): Promise<void> {
    await this.until(`${selector} has the keyboard`, (eyes, wanted) => eyes.focused().matches(wanted), selector);
  }

  async type(text: string): Promise<void> {
    await this.tab.type(text);
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.tab.press(key);
  }
}

/** What has the keyboard, in which elements, and what one reads in the widgets of the page. */
function describeState({ focused, around, all, shown }: Eyes): string {
  const tag = (element: Element) => element.outerHTML.replace(element.innerHTML, '').slice(0, 120);
  const places = around(focused()).slice(0, 8).map(tag).join(' in ');
  // A label of a button without text is all that one reads of it.
  const read = (element: HTMLElement) => (element.ariaLabel ?? element.innerText).replace(/\s+/g, ' ').trim();
  const leaves = 'button, a, textarea, [part=body], .tombstone, [role=menuitem], [role=status], [role=alert]';
  const widgets = all('parvis-like-button, parvis-comment-thread, parvis-activity-wall').length;
  const texts = shown(leaves).map(read).filter(Boolean).join(' | ').slice(0, 3_000);
  return `The keyboard is at ${places}. The page has ${widgets} widgets and says: ${texts}`;
}

/** The middle of an element in the window, and what is in the way there. */
function pointAt({ shown, box, at, around }: Eyes, path: Path, text: string) {
  const [element] = shown(path, text);
  if (!element) return null;
  const look = () => {
    const rect = box(element);
    const [x, y] = [rect.x + rect.width / 2, rect.y + rect.height / 2];
    const hit = at(x, y);
    return { x, y, hit, isHit: !!hit && around(hit).includes(element) };
  };
  // What is there already is not moved: what one has opened beside it would go.
  if (!look().isHit) element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const { x, y, hit, isHit } = look();
  const covering = isHit ? '' : `${hit?.outerHTML.slice(0, 120)} is in the way`;
  return { x, y, covering };
}
