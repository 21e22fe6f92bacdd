import type { Viewer } from '../../platform/viewer.ts';
import { fromGlobalId, type LocalId, toGlobalId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import {
  assertNone,
  globalIdOf,
  obstacleToReading,
  type StoredSubject,
  type SubjectService,
} from '../subjects/index.ts';
import type { CommentService } from '../comments/index.ts';
import type { PostService } from '../posts/index.ts';
import type { WallService } from '../walls/index.ts';

const pagesAtOnce = 100;

/** A topic as a reader named it, and as events are told under. */
type Topic = readonly [asked: string, told: string];

/** Who may follow what: a page, post, comment or wall is followed by those who can see it. */
export class TopicService {
  readonly #subjects: SubjectService;
  readonly #walls: WallService;
  readonly #posts: PostService;
  readonly #comments: CommentService;

  constructor(parts: { subjects: SubjectService; walls: WallService; posts: PostService; comments: CommentService }) {
    this.#subjects = parts.subjects;
    this.#walls = parts.walls;
    this.#posts = parts.posts;
    this.#comments = parts.comments;
  }

  /**
   * The topics that the viewer may follow, each with the one under which events are told: a page has several ids when
   * it moved. Those that are not there are left out.
   *
   * @param asked - Global ids.
   * @throws {Refusal} UNAUTHENTICATED for somebody who may not read at all.
   */
  async followable(viewer: Viewer, asked: readonly string[]): Promise<Map<string, string>> {
    assertNone(obstacleToReading(viewer));
    const ids = new Map<string, string[]>([
      ['Page', []],
      ['Wall', []],
      ['Post', []],
      ['Comment', []],
    ]);
    for (const { type, id } of asked.flatMap(localId)) ids.get(type)?.push(id);
    const found = await Promise.all([
      this.#pages(viewer, ids.get('Page')!),
      this.#wallTopics(viewer, ids.get('Wall')!),
      this.#authored('Post', ids.get('Post')!, (id) => this.#posts.visible(viewer, id)),
      this.#authored('Comment', ids.get('Comment')!, (id) => this.#comments.visible(viewer, id)),
    ]);
    return new Map(found.flat());
  }

  async #pages(viewer: Viewer, keys: readonly string[]): Promise<Topic[]> {
    const found: Topic[] = [];
    for (let from = 0; from < keys.length; from += pagesAtOnce) {
      const chunk = keys.slice(from, from + pagesAtOnce);
      const pages = await this.#subjects.pages(viewer, chunk);
      chunk.forEach((key, index) => {
        const page = pages[index]!;
        if (!(page instanceof Refusal)) found.push([toGlobalId('Page', key), globalIdOf(page)]);
      });
    }
    return found;
  }

  async #wallTopics(viewer: Viewer, keys: readonly string[]): Promise<Topic[]> {
    const found = await Promise.all(
      keys.map(async (key): Promise<Topic[]> => {
        const wall = await this.#walls.wall(viewer, key).catch(nullIfRefused);
        return wall ? [[toGlobalId('Wall', key), toGlobalId('Wall', wall.key)]] : [];
      }),
    );
    return found.flat();
  }

  /** What is deleted is followed by those alone who still see it. */
  async #authored(
    kind: 'Post' | 'Comment',
    ids: readonly string[],
    visible: (id: string) => Promise<StoredSubject | null>,
  ): Promise<Topic[]> {
    if (ids.length === 0) return [];
    const subjects = [...(await this.#subjects.byRowIds(kind, ids)).values()];
    const seen = await Promise.all(
      subjects.map(async (subject) => subject.deletedAt === null || (await visible(subject.rowId)) !== null),
    );
    return subjects.filter((_, index) => seen[index]).map((subject) => [globalIdOf(subject), globalIdOf(subject)]);
  }
}

function localId(globalId: string): LocalId[] {
  try {
    return [fromGlobalId(globalId)];
  } catch (error) {
    return nullIfRefused(error) ?? [];
  }
}

function nullIfRefused(error: unknown): null {
  if (error instanceof Refusal) return null;
  throw error;
}
