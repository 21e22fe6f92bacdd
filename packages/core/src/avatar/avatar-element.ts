import { css, html, LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';

/** The fields of a person that an avatar shows. */
export interface Portrayed {
  handle: string;
  name: string;
  avatarUrl?: string | null;
}

/**
 * A person's picture, or their initials on a colour that stays the same. Hidden from screen readers: the name stands beside
 * it.
 *
 * @cssproperty [--parvis-avatar-size=40px] - Its width and height.
 */
export class AvatarElement extends LitElement {
  static override styles = css`
    :host {
      --_size: var(--parvis-avatar-size, 40px);
      display: block;
      flex: none;
      inline-size: var(--_size);
      block-size: var(--_size);
    }
    span,
    img {
      display: grid;
      place-items: center;
      inline-size: 100%;
      block-size: 100%;
      border-radius: 50%;
      object-fit: cover;
      background: light-dark(hsl(var(--_hue) 55% 86%), hsl(var(--_hue) 30% 34%));
      color: light-dark(#1c1e21, #fff);
      font-size: calc(var(--_size) * 0.38);
      font-weight: 600;
      line-height: 1;
      letter-spacing: 0.02em;
    }
    @media (forced-colors: active) {
      span {
        border: 1px solid;
      }
    }
  `;

  /** The person; none for the author of a deleted comment or post. */
  @property({ attribute: false }) person?: Portrayed | null;

  @state() private broken = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('aria-hidden', 'true');
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('person')) this.broken = false;
    this.style.setProperty('--_hue', String(hueOf(this.person?.handle ?? '')));
  }

  protected override render() {
    const { avatarUrl, name = '' } = this.person ?? {};
    if (avatarUrl && !this.broken) {
      return html`<img src=${avatarUrl} alt="" loading="lazy" @error=${this.#onError} />`;
    }
    return html`<span translate="no">${initialsOf(name)}</span>`;
  }

  readonly #onError = () => {
    this.broken = true;
  };
}

/** The initials of the first and the last name. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s'’-]+/).filter((word) => /^\p{L}/u.test(word));
  const letters = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return letters.map((word) => [...word][0]!.toLocaleUpperCase()).join('');
}

/** A hue derived from the handle, so that it is the same on every page; multiples of 15 are easy to tell apart. */
function hueOf(handle: string): number {
  let hash = 7;
  for (const char of handle) hash = (hash * 31 + char.codePointAt(0)!) >>> 0;
  return (hash % 24) * 15;
}
