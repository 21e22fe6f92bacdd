import type { GraphQLError } from 'graphql';
import { limitError } from './limit-error.ts';
import type { Measures } from './limits.ts';

/** How much one HTTP request may get, all its operations together. */
export interface BudgetLimits {
  /** Objects that its documents say may come, and objects that do come. */
  objects: number;
  /** Of the answer, in bytes. */
  bytes: number;
  /** Of documents that this server has not seen before, in lexical tokens. */
  tokens: number;
}

/** What is read may be larger than what is answered: of a text that is counted, only the number is. */
const readPerAnswered = 4;
/** Widgets wait no longer, in milliseconds; nor do most proxies. */
const longest = 15_000;
const checksPerLook = 64;
/** What a value costs beside itself: its name, quotes, a comma. */
export const valueBytes = 32;
const objectBytes = 16;
/** Short texts are mostly ASCII; of long ones it matters. */
const asciiLength = 200;
/** Past that many errors nobody reads them. */
const mostFailures = 100;
/** Reads that one request has under way at once, so that others find a connection to the database. */
const mostReads = 4;

/**
 * What one HTTP request has used of its limits. It counts what really comes while it comes, so that nothing depends on an
 * estimate: the first list that is too much is not looked at, and nothing after it is read.
 */
export class RequestBudget {
  readonly #limits: BudgetLimits;
  readonly #now: () => number;
  readonly #deadline: number;
  #planned = 0;
  #objects = 0;
  #bytes = 0;
  #read = 0;
  #tokens = 0;
  #failures = 0;
  #checks = 0;
  #perObject = objectBytes;
  /** How often an object may show the same text. */
  #times = 1;
  #reads = 0;
  readonly #waiting: (() => void)[] = [];
  #spent: GraphQLError | null = null;

  constructor(limits: BudgetLimits, now: () => number = () => performance.now()) {
    this.#limits = limits;
    this.#now = now;
    this.#deadline = now() + longest;
  }

  /** Why nothing more is read for this request; null while there is something left. */
  get spent(): GraphQLError | null {
    return this.#spent;
  }

  /** What of it was used, for tests and benchmarks. */
  get used(): { objects: number; bytes: number; read: number } {
    return { objects: this.#objects, bytes: this.#bytes, read: this.#read };
  }

  /**
   * Takes the objects that an operation may answer at most, before it runs.
   *
   * @param measures - By which its numbers, truth values and names are counted with their object: they are many, and none is
   *   large.
   */
  plan(
    objects: number,
    { values, aliases, longestAlias }: Pick<Measures, 'values' | 'aliases' | 'longestAlias'>,
  ): GraphQLError | null {
    this.#planned += objects;
    this.#perObject = Math.max(this.#perObject, objectBytes + values * (valueBytes + longestAlias));
    this.#times = Math.max(this.#times, 1 + aliases);
    if (this.#planned <= this.#limits.objects) return null;
    return limitError(
      `This asks for too much at once: ${this.#limits.objects} objects are allowed, ${this.#planned} may come.`,
    );
  }

  /** Takes the tokens of a document that has to be parsed. False where they are too many. */
  parse(tokens: number): boolean {
    this.#tokens += tokens;
    return this.#tokens <= this.#limits.tokens;
  }

  /** @throws {GraphQLError} where nothing is left, before anything more is read. */
  check(): void {
    if (this.#spent) throw this.#spent;
    // Asking for the time takes longer than all the rest.
    this.#checks = (this.#checks + 1) % checksPerLook;
    if (this.#checks === 0 && this.#now() > this.#deadline)
      this.#spend(`This took longer than ${longest / 1000} seconds. Ask for less at once.`);
  }

  /** @throws {GraphQLError} */
  addObjects(count: number): void {
    this.#objects += count;
    if (this.#objects > this.#limits.objects)
      this.#spend(`This asks for too much at once: ${this.#limits.objects} objects are allowed, and more came.`);
    this.addBytes(count * this.#perObject);
  }

  /** The texts of an object that are shown as they are, if they are asked for. @throws {GraphQLError} */
  addShown(bytes: number): void {
    this.addBytes(bytes * this.#times);
  }

  /** A text beside its object. @throws {GraphQLError} */
  addText(text: unknown): void {
    if (typeof text === 'string') this.addBytes(text.length > asciiLength ? Buffer.byteLength(text) : text.length);
  }

  /** @throws {GraphQLError} */
  addBytes(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes > this.#limits.bytes)
      this.#spend(`This asks for too much at once: an answer has ${this.#limits.bytes} bytes at most.`);
  }

  /** Bytes that came from the database, whether they are answered or not. @throws {GraphQLError} */
  addRead(bytes: number): void {
    this.#read += bytes;
    if (this.#read > this.#limits.bytes * readPerAnswered)
      this.#spend('This asks for too much at once: too many texts would have to be read.');
  }

  /** A field that could not be answered. */
  addFailure(): void {
    this.#failures += 1;
    if (this.#failures >= mostFailures && !this.#spent)
      this.#spent = limitError(`More than ${mostFailures} fields could not be answered.`);
  }

  /** Reads once fewer than a few other reads of this request are under way. @throws {GraphQLError} */
  async reading<T>(read: () => T | Promise<T>): Promise<T> {
    if (this.#reads >= mostReads) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#reads += 1;
    try {
      this.check();
      return await read();
    } finally {
      this.#reads -= 1;
      this.#waiting.shift()?.();
    }
  }

  #spend(message: string): never {
    this.#spent ??= limitError(message);
    throw this.#spent;
  }
}
