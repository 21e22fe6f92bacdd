import type { RowId } from './ids.ts';

/** The kinds of audiences that modules know, each with ids of its own: `group:<id>`. A module adds its own. */
export interface AudienceKinds {
  /** Of what was put away: who read it before, as `gone:employees`. Nobody is in these. */
  gone: true;
}

/**
 * The name of some people: everyone who may read at all, the employees (no guests), nobody, or those whom a module knows. It
 * stands with what they may read, or where they may write.
 */
export type Audience = 'everyone' | 'employees' | 'nobody' | KnownAudience | `${typeof alsoEmployees}${KnownAudience}`;

type KnownAudience = `${keyof AudienceKinds & string}:${string}`;

/** Before the name of an audience: the employees are in it, too. */
export const alsoEmployees = 'employees+';

/** The audiences that a person is in, as far as one module knows. */
export interface Memberships {
  readonly audiences: ReadonlySet<Audience>;
  /** When that ends, or some of it, in milliseconds since 1970; null where it does not by itself. */
  readonly until: number | null;
}

/** Which of those who were in an audience before a moment: of some people, or the next of all. */
export type MembersRequest = { readonly before: number } & (
  { readonly among: readonly RowId[] } | { readonly after: RowId | null; readonly limit: number }
);

/** The audiences of one kind, which a module knows. */
export interface AudienceSource {
  readonly kind: keyof AudienceKinds & string;
  /**
   * Those that a person is in.
   *
   * @param trx - The transaction that sees them; null for what is committed.
   */
  of(personId: RowId, trx: object | null): Promise<Memberships>;
  /**
   * Those of some people who are in one of them, which readers have.
   *
   * @param executor - The database, or the transaction that sees them.
   */
  among(executor: object, audience: Audience, personIds: readonly RowId[]): Promise<ReadonlySet<RowId>>;
  /** Those who were in `<kind>:<id>` before a moment, by their ids in order. */
  readonly members?: (executor: object, id: RowId, which: MembersRequest) => Promise<RowId[]>;
  /** The one of a name, as rules of pages have it: `hr` in `group:hr`; null where there is none. */
  byName?(name: string): Promise<Audience | null>;
  /** What the people in one are called, for words such as “only members of … see this”; null where there is no name. */
  nameOf(id: RowId): Promise<string | null>;
}

/** Who reads something, to be said in words. */
export interface ReadersInWords {
  readonly kind: 'EVERYONE' | 'EMPLOYEES' | 'SOME' | 'NOBODY';
  /** What some are called, where they have a name. */
  readonly name: string | null;
}

/** @param sources - Of the audiences that modules know. */
export async function inWords(
  { audience, ownAudience }: Audienced,
  sources: readonly AudienceSource[],
): Promise<ReadersInWords> {
  const narrower = ownAudience ?? audience;
  if (narrower === 'everyone') return { kind: 'EVERYONE', name: null };
  if (narrower === 'employees' || narrower.startsWith(alsoEmployees)) return { kind: 'EMPLOYEES', name: null };
  const [kind, id] = narrower.split(/[:/]/);
  const source = sources.find((each) => each.kind === kind);
  return source ? { kind: 'SOME', name: await source.nameOf(id as RowId) } : { kind: 'NOBODY', name: null };
}

type Read = (trx: object | null) => Promise<Memberships>;

/** What has readers. Whoever reads it is in both audiences. */
export interface Audienced {
  /** Of the page or wall that it stands on. */
  readonly audience: Audience;
  /** A narrower one of its own. */
  readonly ownAudience: Audience | null;
}

const nothing: ReadonlySet<Audience> = new Set();
const everyone: ReadonlySet<Audience> = new Set(['everyone']);
const employees: ReadonlySet<Audience> = new Set(['everyone', 'employees']);

/** Who reads what it is not said of: the signed out too, where they read at all. */
export function defaultReaders(config: { readonly auth: readonly string[]; readonly anonymous: string }) {
  return config.auth.includes('anonymous') && config.anonymous === 'read' ? 'everyone' : 'employees';
}

/** After the name of an audience: those of it who take care of what is said to it. */
export const moderators = '/animators';

/** Who takes care of what an audience reads; null where that is nobody in particular. */
export function moderatorsOf(audience: Audience): Audience | null {
  const known = audience.replace(alsoEmployees, '');
  return known.includes(':') ? (`${known}${moderators}` as Audience) : null;
}

/** Whether somebody who is in some audiences is in this one. */
export function isAmong(audiences: ReadonlySet<Audience>, audience: Audience): boolean {
  if (audiences.has(audience)) return true;
  if (!audience.startsWith(alsoEmployees)) return false;
  return audiences.has('employees') || audiences.has(audience.slice(alsoEmployees.length) as Audience);
}

/** The audiences of something, without those that everybody is in. */
export function restrictions({ audience, ownAudience }: Audienced): Audience[] {
  return [audience, ownAudience].filter((each) => each !== null && each !== 'everyone') as Audience[];
}

/** Whether one audience is another and the employees. */
export function isWider(audience: Audience, other: Audience): boolean {
  return other === `${alsoEmployees}${audience}`;
}

/** The audience of what is put away: nobody is in it. */
export function putAway(audience: Audience): Audience {
  return `gone:${audience}`;
}

/** The audience of what was put away, as it was before. */
export function broughtBack(audience: Audience): Audience {
  return audience.replace(/^gone:/, '') as Audience;
}

/** The readers of two things that become one: who read both. Nobody, where that takes more than two audiences to say. */
export function readersOfBoth(one: Audienced, other: Audienced): Audienced {
  const [audience = 'everyone', ownAudience = null, ...more] = new Set([...restrictions(one), ...restrictions(other)]);
  return more.length > 0 ? { audience: 'nobody', ownAudience: null } : { audience, ownAudience };
}

/** The audiences that one person is in. Those that modules know are read once something of such an audience is met. */
export class Readership {
  /** Somebody who may read nothing. */
  static readonly nothing = new Readership(nothing);
  /** Somebody who is signed out, where those read. */
  static readonly everyone = new Readership(everyone);
  static readonly employee = new Readership(employees);

  readonly #open: ReadonlySet<Audience>;
  readonly #read: Read | null;
  readonly #trx: object | null;
  /** Those that modules know, once they are read. */
  #known: ReadonlySet<Audience> | null;
  #reading: Promise<ReadonlySet<Audience>> | null = null;
  #until: number | null = null;

  /** @param read - Reads those that modules know; null for nobody they could know. */
  constructor(open: ReadonlySet<Audience>, read: Read | null = null, trx: object | null = null) {
    this.#open = open;
    this.#read = read;
    this.#trx = trx;
    this.#known = read ? null : nothing;
  }

  /** The same person with what modules know of them. */
  with(read: Read): Readership {
    return new Readership(this.#open, read);
  }

  /** The same person as a transaction sees them, for what it writes: they may have lost a right since they were read. */
  within(trx: object): Readership {
    return this.#read ? new Readership(this.#open, this.#read, trx) : this;
  }

  /** A reader who is in some audiences and no others. */
  static of(audiences: Iterable<Audience>): Readership {
    return new Readership(new Set(audiences));
  }

  /** All of them. */
  async all(): Promise<ReadonlySet<Audience>> {
    const known = this.#known ?? (await this.#readKnown());
    return known.size > 0 ? new Set([...this.#open, ...known]) : this.#open;
  }

  /** When the first of them ends, once they are read. */
  get until(): number | null {
    return this.#until;
  }

  /** Whether they are in an audience: at once, unless it has to be read. */
  isIn(audience: Audience): boolean | Promise<boolean> {
    if (isAmong(this.#open, audience)) return true;
    if (isClosed(audience)) return false;
    return this.#known ? isAmong(this.#known, audience) : this.#readKnown().then((known) => isAmong(known, audience));
  }

  /** Whether they may read something: at once, unless its audience has to be read. */
  reads({ audience, ownAudience }: Audienced): boolean | Promise<boolean> {
    const reads = this.isIn(audience);
    if (ownAudience === null || reads === false) return reads;
    const readsOwn = this.isIn(ownAudience);
    if (reads === true) return readsOwn;
    return reads.then((does) => does && readsOwn);
  }

  /** Once. */
  #readKnown(): Promise<ReadonlySet<Audience>> {
    this.#reading ??= this.#read!(this.#trx).then(({ audiences, until }) => {
      this.#until = until;
      return (this.#known = audiences);
    });
    return this.#reading;
  }
}

/** Whether no module needs to be asked who is in it. */
function isClosed(audience: Audience): boolean {
  return audience === 'everyone' || audience === 'employees' || audience === 'nobody' || audience.startsWith('gone:');
}
