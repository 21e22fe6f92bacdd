// What people write and others see in a list: how it comes, changes and goes while one reads.
import type { Entity } from '../cache/entity-cache.js';
import type { ParvisClient } from '../client/parvis-client.js';
import type { Session } from '../client/session.js';
import { arrive } from './arrive.js';
import { keepScrollPosition } from './keep-scroll-position.js';
import { take } from './news.js';
import type { StreamedEvent } from './streamed-event.js';
import { readViewersPart, type ViewersPart } from './viewers-part.js';

/** In how many ms those with more rights than an employee ask what they may do with something new. */
const SPREAD = 1_000;
/** How long its author can take a deletion back, in ms; the server keeps to the same. */
const UNDO_PERIOD = 60_000;

export interface Written {
  readonly id: string;
  readonly author?: { readonly id: string } | null;
  readonly deletedAt?: string | null;
}

/** What is known of something written, beside what everybody sees of it. */
type Known = Written & { readonly viewerCanUpdate?: boolean; readonly viewerCanRestore?: boolean };

/** One kind of what people write. */
export interface WrittenKind<Item extends Written> {
  /** The name of the list that it stands in. */
  list(item: Item): string;
  /** What it changes elsewhere, such as counts. */
  around?(item: Item): readonly (Entity | null)[];
  /** Whether something stands in its place once it is deleted. */
  leavesTrace?(item: Item): boolean;
  /** What a viewer may do with what somebody else has written, as far as one can say before the server has. */
  asStranger(item: Item, viewer: Session['viewer']): object;
  readonly viewersPart: ViewersPart;
}

/** Which event tells of it. */
type Told = Pick<StreamedEvent, 'cursor'>;

const viewerOf = (client: ParvisClient): Promise<Session['viewer']> =>
  client.session().then(
    ({ viewer }) => viewer,
    () => null,
  );

/** Something was changed. All of it is kept only if somebody here has read it; otherwise what it changes elsewhere. */
export function change<Item extends Written>(
  client: ParvisClient,
  { cursor }: Told,
  item: Item,
  kind: WrittenKind<Item>,
): void {
  for (const entity of kind.around?.(item) ?? []) if (entity) take(client, entity, cursor);
  if (client.cache.get(item.id)) take(client, item, cursor);
}

/** Something was written. */
export async function add<Item extends Written>(
  client: ParvisClient,
  event: Told,
  item: Item,
  kind: WrittenKind<Item>,
): Promise<void> {
  change(client, event, item, kind);
  if (client.cache.lists(kind.list(item)).size) await enter(client, event, item, kind);
}

/** Something that was deleted is back. */
export async function restore<Item extends Written>(
  client: ParvisClient,
  event: Told,
  item: Item,
  kind: WrittenKind<Item>,
): Promise<void> {
  change(client, event, item, kind);
  if (client.cache.lists(kind.list(item)).size && isKnown(client, item)) await enter(client, event, item, kind);
}

const isKnown = ({ cache }: ParvisClient, { id }: Written) => cache.get<Known>(id)?.viewerCanUpdate !== undefined;

async function enter<Item extends Written>(
  client: ParvisClient,
  { cursor }: Told,
  item: Item,
  kind: WrittenKind<Item>,
): Promise<void> {
  const { cache } = client;
  const { id, author } = item;
  const list = kind.list(item);
  const wasKnown = isKnown(client, item);
  const viewer = await viewerOf(client);
  const isOwn = !!viewer && viewer.person.id === author?.id;
  if (wasKnown) take(client, { id, viewerCanRestore: false, isGone: false }, cursor);
  else {
    // The server's answer is right, from whenever it is.
    cache.write({ id, ...kind.asStranger(item, viewer), isNew: !isOwn });
    take(client, item, cursor);
  }
  if (cache.get<Known>(id)!.deletedAt) return;
  arrive(cache, list, id, isOwn);
  // Of what is being sent from here, the answer will tell.
  const isAnswered = wasKnown || [...cache.lists(list)].some(({ held }) => held.has(id));
  const mayMore = isOwn || (viewer && viewer.role !== 'EMPLOYEE');
  if (mayMore && !isAnswered) readViewersPart(client, kind.viewersPart, id, isOwn ? 0 : SPREAD);
}

/** Something was deleted. */
export async function remove<Item extends Written>(
  client: ParvisClient,
  event: Told,
  item: Item,
  kind: WrittenKind<Item>,
): Promise<void> {
  const { cache } = client;
  const { id } = item;
  const known = cache.get<Known>(id);
  // Its author may bring it back for a while, wherever they have deleted it.
  const isOwn = !!known?.author && (await viewerOf(client))?.person.id === known.author.id;
  if (isOwn && !known.deletedAt) {
    await client.load(kind.viewersPart, id).catch(() => {});
    setTimeout(() => cache.write({ id, viewerCanRestore: false }), UNDO_PERIOD);
  }
  const apply = () => {
    change(client, event, item, kind);
    const { deletedAt, viewerCanRestore } = cache.get<Known>(id) ?? {};
    const isGone = !!deletedAt && !viewerCanRestore && !kind.leavesTrace?.(item);
    if (known) take(client, { id, isGone }, event.cursor);
  };
  const [shown] = cache.lists(kind.list(item));
  if (known && shown) keepScrollPosition(shown.host, apply);
  else apply();
}
