import type { Entity } from '../cache/entity-cache.js';
import type { ParvisClient } from '../client/parvis-client.js';
import { arrive } from './arrive.js';
import { VIEWERS_PART } from './event-operations.js';
import type { LiveComment, LiveEvent, LivePost, LiveReactions } from './live-event.js';
import { resync } from './resync.js';
import { keepPlace } from './keep-place.js';
import { newsOf } from './news.js';
import { readViewersPart } from './viewers-part.js';

/** In how many ms those with more rights than an employee ask what they may do with something new. */
const SPREAD = 1_000;
/** How long its author can take a deletion back, in ms; the server keeps to the same. */
const UNDO_PERIOD = 60_000;

/** What somebody who is nobody special may do with what another has written, beside reacting and commenting. */
const STRANGER = {
  viewerReaction: null,
  viewerDidAuthor: false,
  viewerCanUpdate: false,
  viewerCanDelete: false,
  viewerCanRestore: false,
  viewerCanPin: false,
};

type Cursor = LiveEvent['cursor'];

/** As much as is known of an entity. */
type Known = { readonly id: string } & Partial<LiveReactions> & {
    readonly author?: { readonly id: string } | null;
    readonly deletedAt?: string | null;
    readonly lockedAt?: string | null;
    readonly isGone?: boolean;
    readonly viewerCanReact?: boolean;
    readonly viewerCanComment?: boolean;
    readonly viewerCanRestore?: boolean;
  };

/** Shows what happened on the server. Told again, an event changes nothing that is known from later. */
export function applyEvent(client: ParvisClient, event: LiveEvent): void {
  const { __typename: name, cursor } = event;
  switch (name) {
    case 'CommentAdded':
    case 'CommentRestored':
      return void add(client, event.comment, cursor, commentList(event.comment), name === 'CommentAdded');
    case 'PostAdded':
    case 'PostRestored':
      return void add(client, event.post, cursor, postList(event.post), name === 'PostAdded');
    case 'CommentEdited':
      return write(client, event.comment, cursor);
    case 'PostEdited':
    case 'PostPinned':
      return write(client, event.post, cursor);
    case 'CommentDeleted':
      return void remove(client, event.comment, cursor, commentList(event.comment));
    case 'PostDeleted':
      return void remove(client, event.post, cursor, postList(event.post));
    case 'ReactionsChanged':
      return void react(client, event.subject, cursor, event.people);
    case 'DiscussionLocked':
      return void lock(client, event.subject, cursor);
    case 'PageMoved':
      return resync(client);
    default:
  }
}

const commentList = ({ parent, subject }: LiveComment) => `comments:${parent?.id ?? subject.id}`;
const postList = ({ wall }: LivePost) => `posts:${wall.id}`;

const viewerOf = (client: ParvisClient) =>
  client.session().then(
    ({ viewer }) => viewer,
    () => null,
  );

/** Takes in what is news of what an event says, which is as of its cursor. */
function take({ cache }: ParvisClient, entity: Entity | null | undefined, cursor: Cursor): void {
  if (entity) cache.write(newsOf(cache, entity, cursor), cursor);
}

/** Only of what somebody here has read, all is kept; of the rest, the counts that it changes elsewhere. */
function write(client: ParvisClient, entity: LiveComment | LivePost, cursor: Cursor): void {
  const { parent, subject } = entity as Partial<LiveComment>;
  take(client, parent, cursor);
  take(client, subject, cursor);
  if (client.cache.get(entity.id)) take(client, entity, cursor);
}

async function add(
  client: ParvisClient,
  entity: LiveComment | LivePost,
  cursor: Cursor,
  list: string,
  isNew: boolean,
): Promise<void> {
  const { cache } = client;
  const { id, author } = entity;
  write(client, entity, cursor);
  const isKnown = cache.get<Known>(id)?.viewerCanReact !== undefined;
  if (!cache.lists(list).size || !(isNew || isKnown)) return;
  const viewer = await viewerOf(client);
  const isOwn = !!viewer && viewer.person.id === author?.id;
  if (isKnown) take(client, { id, viewerCanRestore: false, isGone: false } as Known, cursor);
  else {
    const may = !!viewer;
    const rights = { viewerCanReact: may, viewerCanComment: may && !(entity as Partial<LivePost>).lockedAt };
    // As far as one can say before the server has: its answer is right, from whenever it is.
    cache.write({ id, ...STRANGER, ...rights, isNew: !isOwn });
    take(client, entity, cursor);
  }
  if (cache.get<Known>(id)!.deletedAt) return;
  arrive(cache, list, id, isOwn);
  // Of what is being sent from here, the answer will tell.
  const isAnswered = isKnown || [...cache.lists(list)].some(({ held }) => held.has(id));
  const mayMore = isOwn || (viewer && viewer.role !== 'EMPLOYEE');
  if (mayMore && !isAnswered) readViewersPart(client, id, isOwn ? 0 : SPREAD);
}

async function remove(
  client: ParvisClient,
  entity: LiveComment | LivePost,
  cursor: Cursor,
  list: string,
): Promise<void> {
  const { cache } = client;
  const { id } = entity;
  const known = cache.get<Known>(id);
  // Its author may bring it back for a while, wherever they have deleted it.
  const isOwn = !!known?.author && (await viewerOf(client))?.person.id === known.author.id;
  if (isOwn && !known.deletedAt) {
    await client.load(VIEWERS_PART, id).catch(() => {});
    setTimeout(() => cache.write({ id, viewerCanRestore: false }), UNDO_PERIOD);
  }
  const apply = () => {
    write(client, entity, cursor);
    const { deletedAt, viewerCanRestore } = cache.get<Known>(id) ?? {};
    // With answers below, something must stand in its place.
    if (known) take(client, { id, isGone: !!deletedAt && !viewerCanRestore && !entity.commentCount } as Known, cursor);
  };
  const [shown] = cache.lists(list);
  if (known && shown) keepPlace(shown.host, apply);
  else apply();
}

async function react(
  client: ParvisClient,
  subject: LiveReactions,
  cursor: Cursor,
  people: readonly string[],
): Promise<void> {
  const { cache } = client;
  const { id } = subject;
  const known = cache.get<Known>(id);
  if (!known?.reactionGroups) return;
  const counts = ({ reactionCount, reactionGroups }: LiveReactions) =>
    JSON.stringify([reactionCount, reactionGroups.map(({ totalCount }) => totalCount)]);
  const before = counts(known as LiveReactions);
  take(client, subject, cursor);
  // The answer to what the viewer is doing here tells of it; after it, nothing is new.
  const isNews = !cache.isPatched(id) && counts(cache.get<LiveReactions>(id)!) !== before;
  if (!isNews || !known.viewerCanReact) return;
  const viewer = await viewerOf(client);
  if (viewer && people.includes(viewer.person.id)) readViewersPart(client, id, 0);
}

async function lock(
  client: ParvisClient,
  subject: { id: string; lockedAt: string | null },
  cursor: Cursor,
): Promise<void> {
  const { cache } = client;
  const { id } = subject;
  const known = cache.get<Known>(id);
  if (!known) return;
  take(client, subject, cursor);
  if (known.viewerCanComment === undefined) return;
  const viewer = await viewerOf(client);
  cache.write({ id, viewerCanComment: !!viewer && !cache.get<Known>(id)!.lockedAt });
}
