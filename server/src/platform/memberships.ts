import type { Audience, AudienceSource, Memberships } from './audience.ts';
import type { RowId } from './ids.ts';
import type { SignedInViewer, Viewer } from './viewer.ts';

const none: ReadonlySet<Audience> = new Set();

/** A viewer with what modules know of what they may read, which is read once it is asked for. */
export function withMemberships(viewer: SignedInViewer, sources: readonly AudienceSource[]): SignedInViewer;
export function withMemberships(viewer: Viewer, sources: readonly AudienceSource[]): Viewer;
export function withMemberships(viewer: Viewer, sources: readonly AudienceSource[]): Viewer {
  const { id } = viewer;
  if (id === null || sources.length === 0) return viewer;
  return { ...viewer, readership: viewer.readership.with((trx) => membershipsOf(id, sources, trx)) };
}

async function membershipsOf(
  personId: RowId,
  sources: readonly AudienceSource[],
  trx: object | null,
): Promise<Memberships> {
  const known = await Promise.all(sources.map((source) => source.of(personId, trx)));
  const ends = known.flatMap(({ until }) => until ?? []);
  const [first = none, ...others] = known.map(({ audiences }) => audiences).filter(({ size }) => size > 0);
  return {
    // Those of most people come from one source, and are kept there: they are not copied for each request.
    audiences: others.length > 0 ? new Set([first, ...others].flatMap((each) => [...each])) : first,
    until: ends.length > 0 ? Math.min(...ends) : null,
  };
}
