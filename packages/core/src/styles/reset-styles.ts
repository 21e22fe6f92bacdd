import { css } from 'lit';

/**
 * For the tags that stand in a page, before all other styles. From what the page says of everything around them they take
 * font and colour, what is shown and what can be pressed, and nothing else: neither the capitals of a heading nor the
 * single line of a table's cell.
 */
export const resetStyles = css`
  :host {
    all: initial;
    color: inherit;
    color-scheme: inherit;
    font: inherit;
    font-variant-caps: normal;
    pointer-events: inherit;
    visibility: inherit;
    writing-mode: inherit;
    -webkit-font-smoothing: inherit;
    -webkit-text-size-adjust: inherit;
    text-size-adjust: inherit;
  }
  /* A page's ring for what has the focus is for one control, not for all that stands around it. */
  :host(:focus) {
    outline: none !important;
  }
`;
