import { css } from 'lit';

/**
 * For tags in a page, before all other styles. Of the styles they inherit from the page, they keep font, colour, `display:
 * none` and disabled pointer events, and drop all others, such as the capitals of a heading or the single line of a table
 * cell.
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
  /* A page's focus ring is meant for one control, not for the whole widget around it. */
  :host(:focus) {
    outline: none !important;
  }
`;
