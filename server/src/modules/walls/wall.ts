export type WallKind = 'company' | 'page' | 'person';

/** An ordered stream of posts. Until somebody posts there it has no row. */
export interface Wall {
  readonly kind: WallKind;
  /** `company`, `page:<page key>` or `person:<handle>`. */
  readonly key: string;
  /** A page's key, a person's id, or nothing for the company's. */
  readonly owner: string;
  /** Null where nobody has posted yet. */
  readonly rowId: string | null;
}

export function wallKey(kind: WallKind, name: string): string {
  return kind === 'company' ? kind : `${kind}:${name}`;
}

/** The parts of a wall's key; null for what is none. */
export function parseWallKey(key: string): { kind: WallKind; name: string } | null {
  if (key === 'company') return { kind: 'company', name: '' };
  const [, kind, name] = /^(page|person):(.+)$/s.exec(key) ?? [];
  return kind && name ? { kind: kind as WallKind, name } : null;
}
