import { type Audience, type Audienced, moderatorsOf } from './audience.ts';
import { Refusal } from './refusal.ts';
import { isCommunicator, type Viewer } from './viewer.ts';

declare const proof: unique symbol;

/** Something that was shown to be readable by who asks. Only what is so is read from further, or handed out. */
export type Readable<Thing> = Thing & { readonly [proof]: 'readable' };

/** The audiences that who asks is in: lists of what stands in many places are narrowed by them, in the database. */
export type ViewerAudiences = ReadonlySet<Audience> & { readonly [proof]: 'audiences' };

export async function audiencesOf(viewer: Viewer): Promise<ViewerAudiences> {
  return (await viewer.readership.all()) as ViewerAudiences;
}

/** Whether the viewer, who reads something, takes care of it: communication staff do of all, and who runs a group of what is said there. */
export function isModerator(viewer: Viewer, { audience }: Audienced): boolean | Promise<boolean> {
  if (isCommunicator(viewer)) return true;
  const moderators = moderatorsOf(audience);
  return moderators !== null && viewer.readership.isIn(moderators);
}

/** The same thing where the viewer may read it; null where not. What is not there takes as long as what they may not read. */
export function readable<Thing extends Audienced>(
  viewer: Viewer,
  thing: Thing | null | undefined,
): Readable<Thing> | null | Promise<Readable<Thing> | null> {
  if (!thing) return viewer.readership.all().then(() => null);
  const reads = viewer.readership.reads(thing);
  if (typeof reads === 'boolean') return reads ? (thing as Readable<Thing>) : null;
  return reads.then((does) => (does ? (thing as Readable<Thing>) : null));
}

/** Those of several that the viewer may read. */
export async function readableOf<Thing extends Audienced>(
  viewer: Viewer,
  things: readonly Thing[],
): Promise<Readable<Thing>[]> {
  const shown = await Promise.all(things.map(async (thing) => readable(viewer, thing)));
  return shown.filter((thing) => thing !== null);
}

/** @throws {Refusal} NOT_FOUND: what may not be read is not there. */
export async function assertReadable<Thing extends Audienced>(
  viewer: Viewer,
  thing: Thing | null | undefined,
): Promise<Readable<Thing>> {
  const shown = await readable(viewer, thing);
  if (!shown) throw new Refusal('NOT_FOUND', 'This is not here, or no longer.');
  return shown;
}
