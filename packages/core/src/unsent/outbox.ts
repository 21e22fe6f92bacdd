import { newIdempotencyKey } from '../client/idempotency-key.js';
import { mutate } from '../client/mutate.js';
import type { ParvisClient } from '../client/parvis-client.js';
import { ParvisError } from '../client/parvis-error.js';
import type { Document } from '../graphql/graphql.js';
import { DeliveryRounds } from './delivery-rounds.js';
import { unlessTaken } from './tab-lock.js';
import { TextKeptEvent, TextTakenBackEvent } from './unsent-events.js';
import { UnsentStore } from './unsent-store.js';
import { mayPass, type UnsentInput, type UnsentText } from './unsent-text.js';
import { UnsentWriter } from './unsent-writer.js';

/** A text and where it is to go; the rest of what is kept is known here. */
export type Letter = Pick<UnsentText, 'place' | 'subjectId' | 'answers' | 'list' | 'input'> & {
  /** A mutation that answers what was written, and `userErrors`. */
  readonly mutation: Document<Record<string, Payload>, { input: never }>;
};

interface Payload {
  userErrors: { code: string; message: string }[];
}

/** What an answer tells of something written. */
interface Written {
  readonly id: string;
  /** The comment below which it stands. */
  readonly parent?: { readonly id: string } | null;
}

/** What became of a text after a first attempt. */
export type OutboxNews = 'kept' | 'sent' | 'refused';

/**
 * Sends what a viewer writes, once: a text is kept in the browser before it is sent, and sent again, with the same key,
 * until the server has answered; after a reload, and in whatever tab is open.
 */
export class Outbox {
  /** Ids of the texts that this tab is sending again. */
  readonly underWay = new Set<string>();
  readonly writer: UnsentWriter;

  readonly #client: ParvisClient;
  readonly #store: UnsentStore;
  readonly #rounds: DeliveryRounds;
  readonly #listeners = new Set<(news?: OutboxNews, text?: UnsentText) => void>();
  // What was given back to its writer: the same words, sent once more, are the same text.
  readonly #keys = new Map<string, string>();
  readonly #stop: () => void;

  constructor(client: ParvisClient) {
    this.#client = client;
    this.#store = new UnsentStore(client.endpoint);
    this.writer = new UnsentWriter(client, () => this.#notify());
    this.#rounds = new DeliveryRounds(client, {
      store: this.#store,
      writer: this.writer,
      send: (text) => this.#sendAgain(text),
    });
    this.#stop = this.#store.observe(() => {
      this.#notify();
      this.#rounds.expect();
    });
  }

  /** What its writer is to see at a place. */
  textsAt(place: string): readonly UnsentText[] {
    return this.#store.all.filter(
      (text) => text.isWaiting && text.place === place && text.viewerId === this.writer.viewerId,
    );
  }

  isForgetful(text: UnsentText): boolean {
    return this.#store.isForgetful(text);
  }

  /** Calls `listener` at each change, with what there is to say about a text. Returns what ends it. */
  observe(listener: (news?: OutboxNews, text?: UnsentText) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Sends what waits, now that it may pass. */
  hurry(): void {
    this.#rounds.start();
  }

  /**
   * Sends what is kept already, as soon as it can be. Resolves once it is kept no longer.
   * @throws {ParvisError} when the server does not take it
   */
  async deliver(id: string): Promise<void> {
    if (!this.#store.get(id)) return;
    this.hurry();
    await new Promise<void>((resolve, reject) => {
      const stop = this.observe((news, text) => {
        const isRefused = news === 'refused' && text?.id === id;
        if (!isRefused && this.#store.get(id)) return;
        stop();
        if (isRefused) reject(new ParvisError(text.refusal!));
        else resolve();
      });
    });
  }

  stop(): void {
    this.#stop();
    this.#rounds.stop();
    this.writer.leave();
  }

  /**
   * Sends a text. Resolves to whether the server has it; if not yet, it is kept and sent again.
   * @throws {ParvisError} when the server does not take it; it is the writer's again
   */
  async send({ mutation, ...letter }: Letter): Promise<boolean> {
    const { viewer } = await this.#client.session();
    const words = JSON.stringify([letter.subjectId, letter.input]);
    const key = this.#keys.get(words) ?? newIdempotencyKey();
    this.#keys.set(words, key);
    const text: UnsentText = {
      ...letter,
      id: key,
      idempotencyKey: key,
      mutation: mutation as unknown as string,
      viewerId: viewer?.person.id ?? '',
      writtenAt: Date.now(),
      isWaiting: false,
    };
    const isKept = this.#store.put(text);
    if (isKept) document.dispatchEvent(new TextKeptEvent(text));
    let isSent = false;
    await unlessTaken(text.id, async () => {
      try {
        await this.#deliver(text);
        isSent = true;
      } catch (reason) {
        const error = ParvisError.from(reason);
        if (!isKept || !error.isTransient) {
          this.#store.remove(text.id);
          throw error;
        }
        this.#store.put({ ...text, isWaiting: true });
      }
    });
    this.#keys.delete(words);
    if (!isSent) {
      this.#rounds.startLater();
      this.#notify('kept', text);
    }
    return isSent;
  }

  /** Sends a kept text because its writer says so, whatever was the matter with it. */
  async sendNow(id: string): Promise<void> {
    await this.#unlessTaken(id, async (text) => {
      const asked = { ...text, isHeld: false, refusal: undefined };
      this.#store.put(asked);
      await this.#sendAgain(asked);
    });
    this.#rounds.startLater();
  }

  /** Gives a text back to its writer: to the field where it was written or, where there is none or it is full, in place. */
  async takeBack(id: string): Promise<void> {
    await this.#unlessTaken(id, async (text) => {
      const event = new TextTakenBackEvent(text);
      document.dispatchEvent(event);
      if (!event.taker) return void this.#store.put({ ...text, isHeld: true });
      this.#keys.set(JSON.stringify([text.subjectId, text.input]), text.idempotencyKey);
      this.#store.remove(id);
    });
  }

  /** Changes a text that its writer has in hand. */
  revise(id: string, body: string): void {
    const text = this.#store.get(id);
    // Other words are another text.
    if (text) this.#store.put({ ...text, idempotencyKey: newIdempotencyKey(), input: { ...text.input, body } });
  }

  /** Throws a text away, as its writer wants it. */
  async discard(id: string): Promise<void> {
    await this.#unlessTaken(id, async () => this.#store.remove(id));
  }

  /** Answers whether the network is there: the next text may pass. */
  async #sendAgain(text: UnsentText): Promise<boolean> {
    this.underWay.add(text.id);
    this.#notify();
    try {
      await this.#deliver(text);
      this.#notify('sent', text);
      return true;
    } catch (reason) {
      const error = ParvisError.from(reason);
      if (error.code === 'UNAUTHENTICATED') {
        // Nobody by now, or somebody else.
        await this.writer.ask().catch(() => this.writer.signedOut());
        return false;
      }
      if (!mayPass(error)) {
        const refused = { ...text, refusal: error.code };
        this.#store.put(refused);
        this.#notify('refused', refused);
        // Nobody sees it, who could do something about it.
        if (text.input.body === undefined) this.#store.remove(text.id);
      }
      return !error.isTransient;
    } finally {
      this.underWay.delete(text.id);
      this.#notify();
    }
  }

  async #deliver({ id, mutation, input, idempotencyKey, viewerId, list }: UnsentText): Promise<void> {
    const payload = await mutate(
      this.#client,
      mutation as unknown as Document<
        Record<string, Payload>,
        { input: UnsentInput & { readonly idempotencyKey: string } }
      >,
      input,
      idempotencyKey,
      viewerId,
    );
    this.#store.remove(id);
    const written = Object.values(payload).find((value) => value && typeof value === 'object' && 'id' in value);
    if (written) this.#show(written as unknown as Written, list);
  }

  /** Where the server put it: a reply to a comment at the deepest level stands beside that one, not below it. */
  #show({ id, parent }: Written, list: string): void {
    this.#client.cache.addToList(parent ? `comments:${parent.id}` : list, id);
  }

  /** Does something with a text that nobody is sending just now, if it is still there. */
  async #unlessTaken(id: string, work: (text: UnsentText) => Promise<unknown>): Promise<void> {
    await unlessTaken(id, async () => {
      const text = this.#store.get(id);
      if (text) await work(text);
    });
  }

  #notify(news?: OutboxNews, text?: UnsentText): void {
    for (const listener of [...this.#listeners]) listener(news, text);
  }
}
