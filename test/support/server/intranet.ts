import type { GraphQLCaller } from '../graphql-caller.ts';
import type { TestServer } from './test-server.ts';
import { startTestServer } from './test-server.ts';
import { addPeople } from './test-people.ts';
import type { GlobalId } from '../../../server/src/platform/ids.ts';

/** What an operation answered: its shape is what the document asks for. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Answer = any;

/** A server with a few people: Ana and Bob, Cleo of the communication staff, Adam who administers. */
export async function startIntranet(settings: Record<string, string> = {}) {
  const server = await startTestServer({ PARVIS_ANONYMOUS: 'read', ...settings });
  await addPeople(server, {
    ana: { name: 'Ana Lima' },
    bob: { name: 'Bob Stone' },
    cleo: { name: 'Cléo Martin', role: 'COMMUNICATOR' },
    adam: { name: 'Adam Root', role: 'ADMIN' },
  });
  return {
    server,
    ana: new Employee(server, 'ana'),
    bob: new Employee(server, 'bob'),
    cleo: new Employee(server, 'cleo'),
    adam: new Employee(server, 'adam'),
    nobody: new Employee(server, null),
    close: () => server.close(),
  };
}

export type Intranet = Awaited<ReturnType<typeof startIntranet>>;

const comment = `id depth body { source text tree } author { handle } createdAt editedAt deletedAt commentCount reactionCount
  viewerCanComment viewerDidAuthor viewerCanUpdate viewerCanDelete viewerCanRestore viewerCanLock lockedAt`;
const post = `id body { source text } linkUrl author { handle } createdAt editedAt deletedAt pinnedAt commentCount reactionCount
  wall { id key } viewerCanUpdate viewerCanDelete viewerCanRestore viewerCanPin viewerCanLock lockedAt`;

/** Somebody who uses the widgets, by what they do there. */
export class Employee {
  readonly client: GraphQLCaller;
  readonly #server: TestServer;

  constructor(server: TestServer, handle: string | null) {
    this.#server = server;
    this.client = handle ? server.as(handle) : server.signedOut;
  }

  async page(key: string, selection = 'id key title url commentCount reactionCount lockedAt'): Promise<Answer> {
    return (await this.client.query(`query ($key: String!) { pages(keys: [$key]) { ${selection} } }`, { key }))
      .pages[0];
  }

  async node(id: string, selection: string): Promise<Answer> {
    return (await this.client.query(`query ($id: ID!) { node(id: $id) { id ${selection} } }`, { id })).node;
  }

  /** Answers `{ comment, userErrors }`. A second goes by first, so that comments have an order. */
  addComment(subjectId: string, body = 'A comment', input = {}): Promise<Answer> {
    this.#server.clock.advance(1000);
    return this.client.attempt('addComment', { subjectId, body, ...input }, `comment { ${comment} }`);
  }

  /** The id of a comment that must be taken. */
  async comment(subjectId: string, body?: string): Promise<GlobalId> {
    const { comment, userErrors } = await this.addComment(subjectId, body);
    if (!comment) throw new Error(`Refused: ${JSON.stringify(userErrors)}`);
    return comment.id;
  }

  updateComment(commentId: string, body: string): Promise<Answer> {
    const selection = `comment { ${comment} versions { nodes { body { source } createdAt } } }`;
    return this.client.attempt('updateComment', { commentId, body }, selection);
  }

  deleteComment(commentId: string): Promise<Answer> {
    return this.client.attempt('deleteComment', { commentId }, `comment { ${comment} }`);
  }

  restoreComment(commentId: string): Promise<Answer> {
    return this.client.attempt('restoreComment', { commentId }, `comment { ${comment} }`);
  }

  react(subjectId: string, content: string | null = 'LIKE', input = {}): Promise<Answer> {
    const selection =
      'subject { id reactionCount viewerReaction reactionGroups { content totalCount viewerHasReacted } }';
    return this.client.attempt('setReaction', { subjectId, content, ...input }, selection);
  }

  setLocked(subjectId: string, locked: boolean): Promise<Answer> {
    return this.client.attempt('setLocked', { subjectId, locked }, 'subject { id lockedAt viewerCanComment }');
  }

  addPost(wallKey: string, body = 'A post', input = {}): Promise<Answer> {
    this.#server.clock.advance(1000);
    return this.client.attempt('addPost', { wallKey, body, ...input }, `post { ${post} }`);
  }

  /** The id of a post that must be taken. */
  async post(wallKey: string, body?: string): Promise<GlobalId> {
    const { post, userErrors } = await this.addPost(wallKey, body);
    if (!post) throw new Error(`Refused: ${JSON.stringify(userErrors)}`);
    return post.id;
  }

  mutatePost(name: string, input: Record<string, unknown>): Promise<Answer> {
    return this.client.attempt(name, input, `post { ${post} versions { nodes { body { source } } } }`);
  }

  /** A page of a list of comments. */
  async comments(subjectId: string, args = 'first: 20', selection = 'id'): Promise<Answer> {
    const { comments } = await this.node(
      subjectId,
      `... on Commentable { comments(${args}) { totalCount pageInfo { startCursor endCursor hasNextPage hasPreviousPage } nodes { ${selection} } } }`,
    );
    return comments;
  }

  async wall(key: string, args = 'first: 20', selection = 'id'): Promise<Answer> {
    const { wall } = await this.client.query(
      `query ($key: String!) { wall(key: $key) { id key viewerCanPost viewerCanPin person { handle }
        posts(${args}) { totalCount pageInfo { startCursor endCursor hasNextPage hasPreviousPage } nodes { ${selection} } } } }`,
      { key },
    );
    return wall;
  }
}

/** The codes of a refusal. */
export function codes({ userErrors }: { userErrors: { code: string }[] }): string[] {
  return userErrors.map(({ code }) => code);
}
