import type { RowId } from '../../platform/ids.ts';
import type { Audience, Audienced } from '../../platform/audience.ts';

/** A module that has walls adds its own kind: `declare module '…/walls/wall.ts' { interface WallKinds { group: true } }`. */
export interface WallKinds {
  company: true;
  page: true;
  person: true;
}

export type WallKind = keyof WallKinds & string;

/** An ordered stream of posts. Until somebody posts there it has no row. */
export interface Wall extends Audienced {
  readonly kind: WallKind;
  /** `company`, `page:<page key>` or `person:<handle>`. */
  readonly key: string;
  /** A page's key, a person's id, or nothing for the company's. */
  readonly owner: string;
  /** Null where nobody has posted yet. */
  readonly rowId: RowId | null;
  /** Who posts. */
  readonly posters: Audience;
  /** Who comments on what is posted, and reacts. */
  readonly writers: Audience;
}

/** Who reads a wall, posts there, and comments on what is posted. */
export type WallAudiences = Pick<Wall, 'audience' | 'posters' | 'writers'>;

export function wallKey(kind: WallKind, name: string): string {
  return kind === 'company' ? kind : `${kind}:${name}`;
}

/** The parts of a wall's key; null for what is none. The kind may be one that there is not. */
export function parseWallKey(key: string): { kind: WallKind; name: string } | null {
  if (key === 'company') return { kind: 'company', name: '' };
  const [, kind, name] = /^([a-z]+):(.+)$/s.exec(key) ?? [];
  return kind && name && kind !== 'company' ? { kind: kind as WallKind, name } : null;
}
