// What the page's own look does to ours.
import assert from 'node:assert/strict';
import { body, comment, composer, like, type Scene } from '../../support/hosts/story.ts';

/** No word of ours is broken, whatever the room. */
export async function keepsWordsWhole({ visitor }: Scene): Promise<void> {
  const broken = await visitor.see((eyes) => {
    const lines = (node: Text, from: number, to: number): number => {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      return new Set([...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top)))
        .size;
    };
    const isOurs = (element: Element) =>
      eyes.around(element).some((host) => host.localName.startsWith('parvis-') && host !== element);
    return eyes
      .shown('button, button *, h2, h3, span')
      .filter(isOurs)
      .flatMap((element) =>
        [...element.childNodes]
          .filter((node) => node instanceof Text)
          .flatMap((node) =>
            [...node.data.matchAll(/\p{L}+/gu)]
              .filter(({ index, 0: word }) => lines(node, index, index + word.length) > 1)
              .map(([word]) => word),
          ),
      );
  });
  assert.deepEqual(broken, []);

  await visitor.click(composer);
  await visitor.untilShown('parvis-formatting-bar >> button');
  const outside = await visitor.see((eyes) => {
    const column = eyes.box(document.querySelector('.column')!);
    return eyes.shown('parvis-formatting-bar >> button').filter((tool) => eyes.box(tool).right > column.right + 1)
      .length;
  });
  assert.equal(outside, 0, 'buttons of the formatting bar are outside of the column');
}

/** Font, size and colour are the page's; what is for its headings and menus is not. */
export async function leavesTextOfThePageOutside({ visitor }: Scene): Promise<void> {
  const styles = await visitor.see((eyes, path) => {
    const { textIndent, textTransform, letterSpacing, wordSpacing, whiteSpaceCollapse, textShadow, textAlign } =
      getComputedStyle(eyes.shown(path)[0]!);
    return { textIndent, textTransform, letterSpacing, wordSpacing, whiteSpaceCollapse, textShadow, textAlign };
  }, body);
  const { textAlign, whiteSpaceCollapse, ...others } = styles;
  assert.deepEqual(others, {
    textIndent: '0px',
    textTransform: 'none',
    letterSpacing: 'normal',
    wordSpacing: '0px',
    textShadow: 'none',
  });
  assert.ok(['collapse', 'preserve-breaks', 'preserve', 'break-spaces'].includes(whiteSpaceCollapse));
  assert.notEqual(textAlign, 'justify');
}

/** The pressed like can be read on the background that the page has. */
export async function hasContrast({ visitor }: Scene): Promise<void> {
  // Widgets follow the page once it is at rest.
  await visitor.until(
    'the accent has a contrast of 4.5 : 1',
    (eyes, path) => {
      const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
      const luminance = (colour: string): number => {
        context.clearRect(0, 0, 1, 1);
        context.fillStyle = colour;
        context.fillRect(0, 0, 1, 1);
        const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].map((value) => {
          const part = value / 255;
          return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
      };
      const colours = [getComputedStyle(eyes.shown(path)[0]!).color, getComputedStyle(document.body).backgroundColor];
      const [low, high] = colours.map(luminance).sort((a, b) => a - b);
      return (high! + 0.05) / (low! + 0.05) >= 4.5;
    },
    like,
  );
}

/** A frame around what one types in, and none around all of the widget. */
export async function isNotFramed({ visitor }: Scene): Promise<void> {
  await visitor.click(composer);
  await visitor.untilFocused('textarea');
  const framed = await visitor.see(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => element.localName.startsWith('parvis-'))
      .filter((element) => getComputedStyle(element).outlineStyle !== 'none')
      .map(({ localName }) => localName),
  );
  assert.deepEqual(framed, []);
}

/** What is said to screen readers is said where they listen: inside of the dialog. */
export async function speaksInTheDialog(scene: Scene): Promise<void> {
  await comment(scene, 'Something to be told of.');
  await scene.visitor.until('a live region has words, and is inside of the dialog', (eyes) =>
    eyes
      .all('[role=status]')
      .some(
        (region) => !!region.textContent.trim() && eyes.around(region).some(({ localName }) => localName === 'dialog'),
      ),
  );
}

/** Numbers and times go on after the browser has translated the page. */
export async function countsOnWhenTranslated({ visitor, witness, key }: Scene): Promise<void> {
  const heading = 'parvis-comment-thread >> [part=heading]';
  const count = async () => Number(/\d+/.exec((await visitor.texts(heading))[0] ?? '')?.[0] ?? 0);
  const before = await count();
  await visitor.see(() => (window as unknown as { translate(): void }).translate());
  await witness.comment(key, 'Written by somebody else, meanwhile.');
  await visitor.until(
    `${before + 1} comments are counted`,
    (eyes, path, number) => eyes.shown(path, String(number)).length > 0,
    heading,
    before + 1,
  );
}

/** On a telephone, too, nothing of ours is wider than the page. */
export async function fitsATelephone({ visitor }: Scene): Promise<void> {
  await visitor.tab.resize(390, 800);
  await visitor.until(
    'the page does not scroll sideways',
    () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
  );
}
