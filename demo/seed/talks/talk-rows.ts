import type { Insertable } from 'kysely';
import { v7 } from 'uuid';
import type { Database } from '../../../server/src/database/database.ts';
import type { ReactionContent } from '../../../server/src/modules/reactions/index.ts';
import { parseRichText } from '../../../server/src/modules/rich-text/index.ts';
import type { SubjectKind } from '../../../server/src/modules/subjects/index.ts';
import type { PageTalk, Saying, WallPost, WallTalk } from './talk.ts';
import type { DemoPeople, DemoPerson } from '../people/demo-people.ts';
import type { GroupWall } from '../groups/group-rows.ts';
import { pagePlace } from './page-place.ts';
import type { Random } from '../random.ts';
import { type ReactionCount, reactionList } from './reaction-mix.ts';
import { hour, minute, type Timeline } from './timeline.ts';
import type { RowId } from '../../../server/src/platform/ids.ts';

/** Where and when the conversations take place, and among whom. */
export interface Scene {
  /** The origin of the demo intranet: `{site}` in what people write. */
  site: string;
  people: DemoPeople;
  timeline: Timeline;
  random: Random;
  /** The walls of groups, by the key of the group. */
  groupWalls: ReadonlyMap<string, GroupWall>;
}

type TableName = 'subject' | 'page' | 'wall' | 'post' | 'comment' | 'former_version' | 'reaction' | 'reaction_group';

/** Rows by table, parents before children. */
export type ConversationTables = { [Table in TableName]: Insertable<Database[Table]>[] };

/** What comments hang on: a page, a post or a comment. */
interface Place {
  id: RowId;
  rootId: RowId;
  /** Of the comments there. */
  depth: number;
  /** Where it is said in a group. */
  group?: GroupWall | undefined;
}

interface SubjectDetails {
  commentCount: number;
  author?: DemoPerson;
  /** Where it is said in a group, whose members read it and react. */
  group?: GroupWall | undefined;
  deletion?: { deleted_at: number; deleted_by: RowId } | undefined;
}

/** Turns conversations into rows with all their counters: the same rows for the same moment. */
export class ConversationRows {
  readonly tables: ConversationTables = {
    subject: [],
    page: [],
    wall: [],
    post: [],
    comment: [],
    former_version: [],
    reaction: [],
    reaction_group: [],
  };

  readonly #scene: Scene;

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  addPage(talk: PageTalk): void {
    const { site, timeline } = this.#scene;
    const since = timeline.daysAgo(talk.days);
    const id = this.#newId(since);
    this.#addSubject('Page', id, since, talk, { commentCount: countSaid(talk.comments) });
    this.tables.page.push({ id, ...pagePlace(site, talk.page), title: talk.title, created_at: since });
    this.#addComments({ id, rootId: id, depth: 0 }, talk.comments, timeline.spread(since, talk.comments.length));
  }

  addWall({ wall, posts }: WallTalk): void {
    const { groupWalls, people, timeline } = this.#scene;
    const [kind, name] = wall.split(':') as ['company' | 'page' | 'person' | 'group', string | undefined];
    const group = kind === 'group' ? groupWalls.get(name!) : undefined;
    if (group) {
      for (const post of posts) this.#addPost(group.id, post, group);
      return;
    }
    const since = timeline.daysAgo(Math.max(...posts.map(({ days }) => days)));
    const owner = kind === 'person' ? people.speaker(name!).id : (name ?? '');
    const id = this.#newId(since);
    this.tables.wall.push({ id, kind, owner, created_at: since });
    for (const post of posts) this.#addPost(id, post);
  }

  #addPost(wallId: RowId, post: WallPost, group?: GroupWall): void {
    const { site, timeline } = this.#scene;
    const createdAt = timeline.daysAgo(post.days);
    const id = this.#newId(createdAt);
    const author = this.#scene.people.speaker(post.by);
    this.#addSubject('Post', id, createdAt, post, { commentCount: countSaid(post.answers), author, group });
    this.tables.post.push({
      id,
      wall_id: wallId,
      channel_id: post.channel ? group!.channels.get(post.channel)! : null,
      author_id: author.id,
      ...this.#written(post.text),
      link_url: post.link ? post.link.replace('{site}', site) : null,
      created_at: createdAt,
      edited_at: this.#edit(id, post, createdAt),
      pinned_at: post.pinned ? createdAt : 0,
    });
    const place = { id, rootId: id, depth: 0, group };
    this.#addComments(place, post.answers, this.#answerMoments(createdAt, post.answers.length));
  }

  #addComments(place: Place, sayings: readonly Saying[], moments: readonly number[]): void {
    for (const [index, saying] of sayings.entries()) this.#addComment(place, saying, moments[index]!);
  }

  #addComment({ id: parentId, rootId, depth, group }: Place, saying: Saying, createdAt: number): void {
    const id = this.#newId(createdAt);
    const author = this.#scene.people.speaker(saying.by);
    const deletion = saying.withdrawn && {
      deleted_at: this.#scene.timeline.after(createdAt, hour, 3 * hour),
      deleted_by: author.id,
    };
    const commentCount = countShown(saying.answers);
    this.#addSubject('Comment', id, createdAt, saying, { commentCount, author, deletion, group });
    this.tables.comment.push({
      id,
      root_id: rootId,
      parent_id: parentId,
      depth,
      author_id: author.id,
      ...this.#written(saying.text),
      created_at: createdAt,
      edited_at: this.#edit(id, saying, createdAt),
    });
    this.#addComments(
      { id, rootId, depth: depth + 1, group },
      saying.answers,
      this.#answerMoments(createdAt, saying.answers.length),
    );
  }

  #addSubject(
    kind: SubjectKind,
    id: RowId,
    since: number,
    { reactions }: { reactions: ReactionCount },
    { commentCount, author, group, deletion }: SubjectDetails,
  ): void {
    const { people, random, timeline } = this.#scene;
    const contents = reactionList(reactions);
    const reactors = people.reactors(random, contents.length, author, group?.members);
    this.tables.subject.push({
      id,
      kind,
      reaction_count: reactors.length,
      comment_count: commentCount,
      locked_at: null,
      deleted_at: null,
      deleted_by: null,
      ...deletion,
      audience: group?.audience ?? 'everyone',
      writers: group?.writers ?? 'employees',
    });
    const counts = new Map<ReactionContent, number>();
    for (const [index, person] of reactors.entries()) {
      const content = contents[index]!;
      const createdAt = timeline.reaction(since);
      this.tables.reaction.push({
        id: this.#newId(createdAt),
        subject_id: id,
        person_id: person.id,
        content,
        created_at: createdAt,
      });
      counts.set(content, (counts.get(content) ?? 0) + 1);
    }
    for (const [content, count] of counts) this.tables.reaction_group.push({ subject_id: id, content, count });
  }

  /** Keeps what a text said before. Answers when it was edited, null when it was not. */
  #edit(id: RowId, { before }: Saying, createdAt: number): number | null {
    if (before === undefined) return null;
    this.tables.former_version.push({
      id: this.#newId(createdAt),
      subject_id: id,
      ...this.#written(before),
      created_at: createdAt,
    });
    return this.#scene.timeline.after(createdAt, 2 * minute, 20 * minute);
  }

  #written(text: string) {
    const rich = parseRichText(text.replaceAll('{site}', this.#scene.site), this.#scene.people.byHandle);
    return { source: rich.source, text: rich.text, tree: JSON.stringify(rich.tree) };
  }

  #answerMoments(since: number, count: number): number[] {
    const moments: number[] = [];
    for (let moment = since; moments.length < count; moments.push(moment)) {
      moment = this.#scene.timeline.after(moment, 4 * minute, 9 * hour);
    }
    return moments;
  }

  #newId(moment: number): RowId {
    const random = Uint8Array.from({ length: 16 }, () => Math.floor(this.#scene.random() * 256));
    return v7({ msecs: moment, random }) as RowId;
  }
}

/** All that was said and not withdrawn, at every depth. */
function countSaid(sayings: readonly Saying[]): number {
  return sayings.reduce((sum, { withdrawn, answers }) => sum + (withdrawn ? 0 : 1) + countSaid(answers), 0);
}

/** What shows directly below something: what was withdrawn too, where it was answered. */
function countShown(sayings: readonly Saying[]): number {
  return sayings.filter(({ withdrawn, answers }) => !withdrawn || countShown(answers) > 0).length;
}
