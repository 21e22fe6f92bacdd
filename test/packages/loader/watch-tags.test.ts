import { expect } from '@open-wc/testing';
import { watchTags } from '@parvis/loader/watch-tags.js';
import { until } from '../../support/pages/until.ts';

/** Names of components cannot be taken back: each test has its own. */
let count = 0;
const uniqueTag = (what = 'tag') => `watched-${what}-${count++}`;

/** A component as others write it, that builds its open root when it comes into a page. */
function componentOf(content: string): CustomElementConstructor {
  return class extends HTMLElement {
    connectedCallback() {
      this.attachShadow({ mode: 'open' }).innerHTML = content;
    }
  };
}

describe('where tags are looked for', () => {
  let place: HTMLElement;

  beforeEach(() => document.body.append((place = document.createElement('div'))));
  afterEach(() => place.remove());

  function watch(...tags: string[]) {
    const found: string[][] = [];
    const discover = watchTags(tags, (some) => found.push(some));
    return { found, discover, untilFound: (tag: string) => until(() => found.flat().includes(tag), `${tag} is found`) };
  }

  it('in the page, those that are there all at once', () => {
    const [one, other, missing] = [uniqueTag(), uniqueTag(), uniqueTag()];
    place.innerHTML = `<p><${one}></${one}></p><${other}></${other}><${one}></${one}>`;

    expect(watch(one, other, missing).found).to.deep.equal([[one, other]]);
  });

  it('in what is added to the page later, however deep, each once', async () => {
    const tag = uniqueTag();
    const { found, untilFound } = watch(tag);

    place.innerHTML = `text<p><b><${tag}></${tag}></b></p>`;
    await untilFound(tag);
    place.innerHTML = `<${tag}></${tag}>`;
    await new Promise((resolve) => setTimeout(resolve));

    expect(found).to.deep.equal([[tag]]);
  });

  it('in open shadow roots, and in those inside them', () => {
    const [one, other, inner, outer] = [uniqueTag(), uniqueTag(), uniqueTag('inner'), uniqueTag('outer')];
    customElements.define(inner, componentOf(`<p><${one}></${one}></p>`));
    customElements.define(outer, componentOf(`<${inner}></${inner}><${other}></${other}>`));
    place.innerHTML = `<${outer}></${outer}>`;

    expect(watch(one, other).found.flat().sort()).to.deep.equal([one, other].sort());
  });

  it('in shadow roots of elements that are no components', () => {
    const tag = uniqueTag();
    place.attachShadow({ mode: 'open' }).innerHTML = `<${tag}></${tag}>`;

    expect(watch(tag).found).to.deep.equal([[tag]]);
  });

  it('in what a shadow root takes in later', async () => {
    const tag = uniqueTag();
    const root = place.attachShadow({ mode: 'open' });
    const { untilFound } = watch(tag);

    root.innerHTML = `<p><${tag}></${tag}></p>`;

    await untilFound(tag);
  });

  it('in components that come later, or are defined later', async () => {
    const [one, other, early, late] = [uniqueTag(), uniqueTag(), uniqueTag('early'), uniqueTag('late')];
    customElements.define(early, componentOf(`<${one}></${one}>`));
    const { untilFound } = watch(one, other);

    place.innerHTML = `<${early}></${early}><${late}></${late}>`;
    await untilFound(one);
    customElements.define(late, componentOf(`<${other}></${other}>`));

    await untilFound(other);
  });

  it('in a root that was attached later or is closed, once it is told of, and in what is in there', async () => {
    const [one, other, third, inner] = [uniqueTag(), uniqueTag(), uniqueTag(), uniqueTag('inner')];
    customElements.define(inner, componentOf(`<${other}></${other}>`));
    const { found, discover, untilFound } = watch(one, other, third);
    const root = place.attachShadow({ mode: 'closed' });
    root.innerHTML = `<${one}></${one}><${inner}></${inner}>`;
    expect(found).to.deep.equal([]);

    discover(root);
    expect(found).to.deep.equal([[one, other]]);
    root.append(document.createElement(third));

    await untilFound(third);
  });

  it('without a word about elements whose names no component can have', async () => {
    const rejected: unknown[] = [];
    const onRejection = (event: PromiseRejectionEvent) => rejected.push(event.reason);
    addEventListener('unhandledrejection', onRejection);
    watch(uniqueTag());

    place.innerHTML =
      '<svg><font-face></font-face></svg><math><annotation-xml></annotation-xml></math><x_1></x_1><!-- - -->-';
    await new Promise((resolve) => setTimeout(resolve, 50));

    removeEventListener('unhandledrejection', onRejection);
    expect(rejected).to.deep.equal([]);
  });

  it('and leaves the functions of the browser as they are', () => {
    const { attachShadow } = Element.prototype;
    watch(uniqueTag());

    expect(Element.prototype.attachShadow).to.equal(attachShadow);
  });
});
