import { findAll } from './shadow-dom.js';

const UNTRANSLATED = '[translate=no], .notranslate, script, style, textarea, code';

/**
 * Does to a page what Chrome's translation does: each text node goes, and in its place stand two `font` elements with what
 * the reader is to read; shadow roots are not spared. The page then says what it was translated from.
 */
export function translatePage(root: HTMLElement, from = 'fr', to = 'de'): void {
  document.documentElement.classList.add('translated-ltr');
  document.documentElement.lang = `${to}-x-mtfrom-${from}`;
  for (const text of textsOf(root)) {
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    for (const font of [outer, inner]) font.style.verticalAlign = 'inherit';
    inner.textContent = translated(text.data);
    outer.append(inner);
    text.replaceWith(outer);
  }
}

/** What a text reads like once it is translated. */
export const translated = (text: string): string => text.replace(/\p{L}+/gu, (word) => `${word}en`);

/** Undoes what pages are told, not what was done to texts. */
export function forgetTranslation(): void {
  document.documentElement.classList.remove('translated-ltr');
  document.documentElement.lang = '';
}

function textsOf(root: Element | ShadowRoot): Text[] {
  const isOurs = (text: Text) => text.data.trim() && !text.parentElement?.closest(UNTRANSLATED);
  const roots = [root, ...findAll(root, '*')].flatMap((element) =>
    element instanceof Element && element.shadowRoot && !isSpared(element) ? element.shadowRoot : [],
  );
  return [root, ...roots].flatMap((root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    return texts.filter(isOurs);
  });
}

/** `translate` is inherited into shadow roots. */
function isSpared(element: Element): boolean {
  for (let node: Element | undefined = element; node;) {
    if (node.closest(UNTRANSLATED)) return true;
    const root: Node = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : undefined;
  }
  return false;
}
