import type { RowId } from '../../platform/ids.ts';

/** What a wall belongs to: the company, the page of a key, or the person of an id. */
export type WallOwner =
  | { readonly kind: 'company'; readonly owner: '' }
  | { readonly kind: 'page'; readonly owner: string }
  | { readonly kind: 'person'; readonly owner: RowId };

export type WallKind = WallOwner['kind'];

/** An ordered stream of posts. It has no row before its first post. */
export type Wall = WallOwner & {
  /** `company`, `page:<page key>` or `person:<handle>`. */
  readonly key: string;
  readonly rowId: RowId | null;
};

export function wallKey(kind: WallKind, name: string): string {
  return kind === 'company' ? kind : `${kind}:${name}`;
}

/** The parts of a wall's key; null for what is none. */
export function parseWallKey(key: string): { kind: WallKind; name: string } | null {
  if (key === 'company') return { kind: 'company', name: '' };
  const [, kind, name] = /^(page|person):(.+)$/s.exec(key) ?? [];
  return kind && name ? { kind: kind as WallKind, name } : null;
}
