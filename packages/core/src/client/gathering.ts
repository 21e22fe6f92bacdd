/** Gathers what is asked until a moment into one question, or as few as can be, and the same thing only once. */
export class Gathering<Answer> {
  readonly #most: number;
  readonly #moment: () => Promise<unknown>;
  readonly #ask: (items: string[]) => Promise<Answer>;
  #items: string[] = [];
  #answers: Promise<Promise<Answer>[]> | undefined;

  /**
   * @param most - how much one question may hold
   * @param moment - settles when what was gathered is asked
   */
  constructor(most: number, moment: () => Promise<unknown>, ask: (items: string[]) => Promise<Answer>) {
    this.#most = most;
    this.#moment = moment;
    this.#ask = ask;
  }

  /** The answer to the question that has `item` in it, and the place of the item there. */
  async add(item: string): Promise<{ answer: Answer; index: number }> {
    const known = this.#items.indexOf(item);
    const index = known < 0 ? this.#items.push(item) - 1 : known;
    const answers = await (this.#answers ??= this.#askAll());
    return { answer: await answers[Math.floor(index / this.#most)]!, index: index % this.#most };
  }

  async #askAll(): Promise<Promise<Answer>[]> {
    await this.#moment();
    const waiting = this.#items;
    this.#items = [];
    this.#answers = undefined;
    const answers = [];
    while (waiting.length) answers.push(this.#ask(waiting.splice(0, this.#most)));
    return answers;
  }
}
