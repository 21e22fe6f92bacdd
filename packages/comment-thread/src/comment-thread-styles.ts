import { css } from 'lit';

export const commentThreadStyles = css`
  :host {
    container: parvis-thread / inline-size;
    /* In a row or a centred column of the page, as wide as it may be rather than as its content, which does not count. */
    contain-intrinsic-inline-size: 48em;
    min-inline-size: 10em;
  }
  /* The composer comes after the first paint; its place is kept. */
  .as-composer {
    block-size: 112px;
    margin: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: none;
    animation: none;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px 12px;
    margin-block-end: 14px;
  }
  .heading {
    flex: 1 0 auto;
    font-size: 1.1875em;
    font-weight: 600;
  }
  .count {
    color: var(--_quiet);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }
  select {
    min-block-size: 32px;
    margin: 0;
    padding: 4px 6px;
    border: 0;
    border-radius: 999px;
    background: transparent;
    color: var(--_quiet);
    font: inherit;
    font-size: 0.875em;
    cursor: pointer;
  }
  select:hover {
    background: var(--_wash);
  }
  option {
    background: var(--_surface);
    color: var(--_ink);
  }
  ul {
    margin: 0;
    padding: 0;
    /* With "none", Safari would not say that this is a list. */
    list-style-type: '';
  }
  .quiet {
    margin-block: 14px;
    color: var(--_quiet);
  }
  :host([embedded]) :is(parvis-composer, .as-composer) {
    margin-block-start: 14px;
  }
  .show {
    border-color: var(--_line);
    color: inherit;
    margin-block-start: 16px;
  }
  .ghost {
    display: flex;
    gap: 12px;
    min-block-size: 96px;
    padding-block-start: 18px;
  }
  .ghost > :last-child {
    flex: 1;
  }
  .frame {
    padding-block-start: 118px;
  }
  :host([embedded]) .frame {
    padding-block-start: 0;
  }
`;
