// Which page is it? What is written on one must be there again, and on no other.
import assert from 'node:assert/strict';
import { body, comment, like, type Scene } from '../../support/hosts/story.ts';

/** On a page that nobody has written on: nothing of the one before may be seen here. */
async function isUntouched({ visitor, words }: Scene): Promise<void> {
  await visitor.untilGone(body, words);
  await visitor.until(
    'the like is taken back',
    (eyes, at) => eyes.shown(at)[0]?.getAttribute('aria-pressed') === 'false',
    like,
  );
}

/** An application changes the address while the page stands idle. */
export async function followsPushState(scene: Scene): Promise<void> {
  const { visitor, witness, key } = scene;
  await goTo(visitor, '/push-state/other');
  await isUntouched(scene);

  await comment(scene, 'On the other page.');
  const other = `${visitor.intranet}/push-state/other`;
  await witness.until(other, 'the comment', ({ texts }) => texts.includes('On the other page.'));
  assert.ok(!(await witness.stored(key)).texts.includes('On the other page.'));

  // And the very first thing that one does there, on what shows the page before still.
  await visitor.see((eyes, at) => {
    (window as unknown as { goTo(path: string): void }).goTo('/push-state/third');
    eyes.shown(at)[0]!.click();
  }, like);
  await isLiked(scene, '/push-state/third');

  await goTo(visitor, '/push-state/fourth');
  await visitor.click(like);
  await isLiked(scene, '/push-state/fourth');
  assert.equal((await witness.stored(other)).reaction, null);
}

async function goTo(visitor: Scene['visitor'], path: string): Promise<void> {
  await visitor.see((_eyes, to) => {
    (window as unknown as { goTo(path: string): void }).goTo(to);
    // Where the browser does not say so (WebKitGTK), it is seen when somebody comes back to the page.
    if (!('navigation' in window)) dispatchEvent(new Event('focus'));
  }, path);
}

async function isLiked({ visitor, witness }: Scene, path: string): Promise<void> {
  await witness.until(visitor.intranet + path, 'like', ({ reaction }) => reaction === 'LIKE');
  await visitor.untilShown(like.replace('[part=like]', '[part=like][aria-pressed=true]'));
}

export async function keepsTheQueryOfCanonical(scene: Scene): Promise<void> {
  await scene.visitor.goto('/canonical-query?p=6');
  await scene.visitor.untilSettled();
  await isUntouched(scene);
}

export async function knowsRoutesInTheHash(scene: Scene): Promise<void> {
  const { visitor, words } = scene;
  const links = await visitor.see((eyes) =>
    eyes.shown('parvis-comment >> .by a').map((link) => (link as HTMLAnchorElement).href),
  );
  for (const link of links) {
    const { hash, search } = new URL(link);
    assert.equal(hash, '#/news/1');
    assert.match(search, /comment=/);
  }

  await visitor.see(() => void (location.hash = '#/news/2'));
  await isUntouched(scene);
  await visitor.see(() => void (location.hash = '#/news/1'));
  await visitor.untilShown(body, words);
}

/** Its permalinks lead to the page itself, whatever its base is. */
export async function linksToItself({ visitor }: Scene): Promise<void> {
  const links = await visitor.see((eyes) =>
    eyes.shown('parvis-comment >> .by a').map((link) => (link as HTMLAnchorElement).href),
  );
  assert.ok(links.length > 0);
  for (const link of links) assert.equal(new URL(link).pathname, '/base-href');
}

/** Another body takes the place of the first. */
export async function livesInAnotherBody(scene: Scene): Promise<void> {
  const { visitor, witness } = scene;
  await visitor.see(() => (window as unknown as { goTo(path: string): void }).goTo('/replaced-body/other'));
  await isUntouched(scene);

  await comment(scene, 'In the other body.');
  const other = `${visitor.intranet}/replaced-body/other`;
  await witness.until(other, 'the comment', ({ texts }) => texts.includes('In the other body.'));
}

/** Whatever the page says of its language. */
export async function readsAnyLanguage({ visitor }: Scene): Promise<void> {
  for (const lang of ['en_US', 'auto', 'x', 'C', 'fr ', 'fr-FR.UTF-8', '{{lang}}', 'x-default', '-', 'zh_Hant_TW@x']) {
    await visitor.goto(`/language?lang=${encodeURIComponent(lang)}`);
    await visitor.untilSettled();
  }
  await visitor.goto('/language?lang=fr_FR');
  await visitor.untilShown('parvis-like-button >> [part=like]', 'J’aime');
}
