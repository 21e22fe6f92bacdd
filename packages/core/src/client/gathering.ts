/** Gathers items until a moment and asks for all of them in as few requests as possible; equal items are asked for once. */
export class Gathering<Answer> {
  readonly #most: number;
  readonly #moment: () => Promise<unknown>;
  readonly #ask: (items: string[]) => Promise<Answer>;
  #items: string[] = [];
  #answers: Promise<Promise<Answer>[]> | undefined;

  /**
   * @param most - how many items one request may carry
   * @param moment - settles when the gathered items are to be sent
   */
  constructor(most: number, moment: () => Promise<unknown>, ask: (items: string[]) => Promise<Answer>) {
    this.#most = most;
    this.#moment = moment;
    this.#ask = ask;
  }

  /** The response to the request that carries `item`, and the item's index in it. */
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
