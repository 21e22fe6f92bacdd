/** Who there is in a random world. */
export const names = ['ana', 'bob', 'cleo', 'gil'] as const;
export type Name = (typeof names)[number];

export const levels = ['ALL', 'ANSWERS', 'MENTIONS', 'NONE'] as const;
export type Level = (typeof levels)[number];
const rank: Record<Level, number> = { NONE: 0, MENTIONS: 1, ANSWERS: 2, ALL: 3 };

interface Follow {
  level: Level;
  since: number;
  /** Of what is muted for some time. */
  until?: number | null;
  /** Of what is muted, for what it was followed before. */
  before?: Level | null;
}

export const deliveries = ['MAIL', 'DIGEST', 'HERE', 'NEVER'] as const;
export type Delivery = (typeof deliveries)[number];
interface Preference {
  delivery: Delivery | null;
  until: number;
}

/** Where something is. */
export interface InPlace {
  readonly id: string;
  readonly isInGroup: boolean;
}

/** What people follow, mute and prefer, in so many words. Sources are ids of roots, `group` and `person:<name>`. */
export class Choices {
  readonly #follows = new Map<string, Follow>();
  readonly #preferences = new Map<string, Preference>();
  #now = 0;

  follow(who: Name, source: string, level: Level | null, time: number): void {
    const key = `${who} ${source}`;
    if (level === null) this.#follows.delete(key);
    else this.#follows.set(key, { level, since: this.#follows.get(key)?.since ?? time });
  }

  /** Who takes part follows, if they do not already, and did not choose otherwise. */
  takePart(who: Name, source: string, since: number): void {
    if (!this.#follows.has(`${who} ${source}`)) this.#follows.set(`${who} ${source}`, { level: 'ALL', since });
  }

  /** Whether somebody followed one of these for everything before that. */
  isFollowing(who: Name, sources: readonly string[], before: number): boolean {
    return sources.some((source) => {
      const follow = this.#follows.get(`${who} ${source}`);
      return follow?.level === 'ALL' && follow.since < before;
    });
  }

  /** @param place - The id of a root, or `group`; empty for all places. */
  prefer(who: Name, place: string, kind: string, delivery: Delivery | null): void {
    const key = `${who} ${place} ${kind}`;
    if (delivery === null) this.#preferences.delete(key);
    else this.#preferences.set(key, { until: 0, ...this.#preferences.get(key), delivery });
  }

  /** @param until - By the clock of the world; Infinity for ever. */
  mute(who: Name, source: string, until: number, time: number): void {
    const key = `${who} ${source}`;
    const former = this.#follows.get(key);
    const before = former?.level === 'NONE' ? former.before : former?.level;
    this.#follows.set(key, { since: former?.since ?? time, level: 'NONE', until, before: before ?? null });
  }

  unmute(who: Name, source: string): void {
    const key = `${who} ${source}`;
    const { level, since, before } = this.#follows.get(key) ?? {};
    if (level !== 'NONE') return;
    if (before) this.#follows.set(key, { level: before, since: since! });
    else this.#follows.delete(key);
  }

  muteKind(who: Name, kind: string, until: number): void {
    const key = `${who}  ${kind}`;
    const former = this.#preferences.get(key) ?? { delivery: null, until: 0 };
    this.#preferences.set(key, until === Infinity ? { ...former, delivery: 'NEVER' } : { ...former, until });
  }

  unmuteKind(who: Name, kind: string): void {
    const key = `${who}  ${kind}`;
    const { delivery } = this.#preferences.get(key) ?? {};
    if (!delivery || delivery === 'NEVER') this.#preferences.delete(key);
    else this.#preferences.set(key, { delivery, until: 0 });
  }

  /** Ends what is muted until now. */
  clockIs(now: number): void {
    this.#now = now;
    for (const [key, { until }] of this.#follows) {
      const [who, source] = key.split(' ') as [Name, string];
      if (until && until <= now) this.unmute(who, source);
    }
  }

  isNever(who: Name, kind: string, root: InPlace): boolean {
    const places = [root.id, ...(root.isInGroup ? ['group'] : []), ''];
    const keys = places.flatMap((place) => [`${who} ${place} ${kind}`, `${who} ${place} `]);
    const chosen = keys.map((key) => this.#preferences.get(key)).filter((each) => each !== undefined);
    const counting = chosen.find(({ delivery, until }) => until > this.#now || delivery !== null);
    return counting !== undefined && (counting.until > this.#now || counting.delivery === 'NEVER');
  }

  wants(who: Name, actor: Name, root: InPlace, needs: Level): boolean {
    if (this.#follows.get(`${who} person:${actor}`)?.level === 'NONE') return false;
    if (root.isInGroup && this.#follows.get(`${who} group`)?.level === 'NONE') return false;
    const follow = this.#follows.get(`${who} ${root.id}`);
    return follow === undefined || rank[follow.level] >= rank[needs];
  }
}
