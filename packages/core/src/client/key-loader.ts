import { endOfTurn } from './turn.js';

/** How many keys one operation may name. */
const MOST_KEYS = 100;

/** What the keys of one operation brought. */
type Ask<Answer> = (keys: readonly string[]) => Promise<Answer>;

/** Gathers the keys asked within one turn of the page into one question, or as few as can be. */
export class KeyLoader<Answer> {
  readonly #ask: Ask<Answer>;
  #keys: string[] = [];
  #answers: Promise<Promise<Answer>[]> | undefined;

  constructor(ask: Ask<Answer>) {
    this.#ask = ask;
  }

  /** The answer to the question that names `key`, and the place of the key in it. */
  async load(key: string): Promise<{ answer: Answer; index: number }> {
    const known = this.#keys.indexOf(key);
    const index = known < 0 ? this.#keys.push(key) - 1 : known;
    const answers = await (this.#answers ??= this.#askAll());
    return { answer: await answers[Math.floor(index / MOST_KEYS)]!, index: index % MOST_KEYS };
  }

  async #askAll(): Promise<Promise<Answer>[]> {
    await endOfTurn();
    const waiting = this.#keys;
    this.#keys = [];
    this.#answers = undefined;
    const answers = [];
    while (waiting.length) answers.push(this.#ask(waiting.splice(0, MOST_KEYS)));
    return answers;
  }
}
