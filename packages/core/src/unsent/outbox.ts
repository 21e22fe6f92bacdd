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

/** A text and its destination; the outbox adds the other fields of an `UnsentText`. */
export type Letter = Pick<UnsentText, 'place' | 'subjectId' | 'answers' | 'list' | 'input'> & {
  /** A mutation that returns the comment or post, and `userErrors`. */
  readonly mutation: Document<Record<string, Payload>, { input: never }>;
};

interface Payload {
  userErrors: { code: string; message: string; retryAfter: number | null }[];
}

/** The part of a response that describes the new comment or post. */
interface Written {
  readonly id: string;
  /** The comment that it replies to. */
  readonly parent?: { readonly id: string } | null;
}

/** What happened to a text after its first attempt. */
export type OutboxNews = 'kept' | 'sent' | 'refused';

/**
 * Sends the viewer's texts exactly once. A text is stored in the browser before it is sent, and sent again with the same
 * key until the server has answered: after a reload as well, and from any open tab.
 */
export class Outbox {
  /** Ids of the texts that this tab is currently retrying. */
  readonly underWay = new Set<string>();
  readonly writer: UnsentWriter;

  readonly #client: ParvisClient;
  readonly #store: UnsentStore;
  readonly #rounds: DeliveryRounds;
  readonly #listeners = new Set<(news?: OutboxNews, text?: UnsentText) => void>();
  // Keys of texts that were returned to their writer: the same words, sent again, are the same text.
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

  /** The unsent texts that the viewer sees at a place. */
  textsAt(place: string): readonly UnsentText[] {
    return this.#store.all.filter(
      (text) => text.isWaiting && text.place === place && text.viewerId === this.writer.viewerId,
    );
  }

  isForgetful(text: UnsentText): boolean {
    return this.#store.isForgetful(text);
  }

  /** Calls `listener` at each change, with the news about a text if there is any. Returns a function that ends this. */
  observe(listener: (news?: OutboxNews, text?: UnsentText) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Sends waiting texts now. */
  hurry(): void {
    this.#rounds.start();
  }

  /**
   * Sends a stored text as soon as possible. Resolves once it is no longer stored.
   * @throws {ParvisError} when the server rejects it
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
    this.writer.disconnect();
  }

  /**
   * Sends a text. Resolves to whether the server has it; if not yet, the text is stored and retried.
   * @throws {ParvisError} when the server rejects it; the text stays in its field
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

  /** Sends a stored text at its writer's request, in any state. */
  async sendNow(id: string): Promise<void> {
    await this.#unlessTaken(id, async (text) => {
      const asked = { ...text, isHeld: false, refusal: undefined };
      this.#store.put(asked);
      await this.#sendAgain(asked);
    });
    this.#rounds.startLater();
  }

  /**
   * Returns a text to its writer for editing: in the field where it was written or, if that is gone or not empty, in place.
   */
  async takeBack(id: string): Promise<void> {
    await this.#unlessTaken(id, async (text) => {
      const event = new TextTakenBackEvent(text);
      document.dispatchEvent(event);
      if (!event.taker) return void this.#store.put({ ...text, isHeld: true });
      this.#keys.set(JSON.stringify([text.subjectId, text.input]), text.idempotencyKey);
      this.#store.remove(id);
    });
  }

  /** Changes a text that its writer is editing. */
  revise(id: string, body: string): void {
    const text = this.#store.get(id);
    // A changed text needs a new key.
    if (text) this.#store.put({ ...text, idempotencyKey: newIdempotencyKey(), input: { ...text.input, body } });
  }

  async discard(id: string): Promise<void> {
    await this.#unlessTaken(id, async () => this.#store.remove(id));
  }

  /** Retries a text. Resolves to whether the server was reachable, so that the next text may be tried. */
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
        // The viewer has signed out, or another person has signed in.
        await this.writer.ask().catch(() => this.writer.signedOut());
        return false;
      }
      if (!mayPass(error)) {
        const refused = { ...text, refusal: error.code };
        this.#store.put(refused);
        this.#notify('refused', refused);
        // A write without a text is not shown, so its writer could do nothing about it.
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

  /**
   * The parent may differ from the requested one: a reply at the deepest level is placed beside the comment it replies to.
   */
  #show({ id, parent }: Written, list: string): void {
    for (const shown of this.#client.cache.lists(parent ? `comments:${parent.id}` : list)) shown.add(id);
  }

  /** Does something with a text, if it still exists and no tab is sending it. */
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
