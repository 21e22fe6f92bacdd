import { expect } from '@open-wc/testing';
import { uniqueKey, type TestServer } from '../../support/browser/server.ts';
import { CommentThreadPage } from '../../support/pages/comment-thread-page.ts';
import { LikeButtonPage } from '../../support/pages/like-button-page.ts';

/** What holds in every browser, whether it says that the page has gone on or not. */
export function followsAddress(server: () => TestServer, { isTold }: { isTold: boolean }): void {
  const keyOf = (path: string) => location.origin + path;

  it('likes the page that it has become', async () => {
    const [first, second] = [`/${uniqueKey()}`, `/${uniqueKey()}`];
    history.pushState(null, '', first);
    const button = await LikeButtonPage.ready();
    button.like.click();
    await button.untilSaved();
    button.like.click();
    await button.untilSaved(2);

    history.pushState(null, '', second);
    button.like.click();
    await button.untilSaved(3);

    expect(button.isPressed).to.equal(true);
    expect(await likes(server(), keyOf(second), keyOf(first))).to.eql([1, 0]);
  });

  it('sends a comment to the page that it has become, and shows it there', async () => {
    const [first, second] = [`/${uniqueKey()}`, `/app#/${uniqueKey()}`];
    history.pushState(null, '', first);
    const thread = await CommentThreadPage.ready();
    await thread.write('On the first page');
    await thread.untilComment('On the first page');
    await thread.until(() => !thread.composer.field.readOnly && !thread.composer.field.value, 'it is sent');
    // Where nothing is told, the text was begun on the first page, and the page went on meanwhile.
    if (!isTold) await thread.composer.type('On the second page');

    history.pushState(null, '', second);
    if (isTold) await thread.until(() => /\b0\b/.test(thread.title), 'it has become the second page');
    await (isTold ? thread.write('On the second page') : thread.composer.send());
    await thread.untilComment('On the second page');

    expect(thread.texts).to.eql(['On the second page']);
    const other = await CommentThreadPage.ready({ subject: first });
    expect(other.texts).to.eql(['On the first page']);
  });
}

async function likes(server: TestServer, ...keys: string[]): Promise<number[]> {
  const answer = await server
    .client()
    .request('query TestLikes($keys: [String!]!) { pages(keys: $keys) { id reactionCount } }', { keys });
  return (answer as unknown as { pages: { reactionCount: number }[] }).pages.map(({ reactionCount }) => reactionCount);
}
