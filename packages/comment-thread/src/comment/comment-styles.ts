import { css } from 'lit';

export const commentStyles = css`
  :host {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: var(--_gap);
    margin-block-start: 18px;
    scroll-margin: 20px;
  }
  .main {
    border-radius: var(--_radius);
  }
  /* The room of its actions, which come once it is sent. */
  .main[aria-busy='true'] {
    padding-block-end: 28px;
  }
  .main:focus-visible {
    outline-offset: 4px;
  }
  :host([linked]) .main {
    padding: 8px 12px;
    margin-block-start: -8px;
    background: var(--_tint);
  }
  .by {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: 8px;
    font-size: 0.9375em;
    line-height: 1.4;
  }
  .by b {
    font-weight: 600;
  }
  .by > :not(b) {
    color: var(--_quiet);
    font-size: 0.9333em;
  }
  .by a {
    text-decoration: none;
  }
  .by a:hover {
    text-decoration: underline;
  }
  .rich {
    margin-block: 2px 2px;
  }
  .folded {
    max-block-size: 15em;
    overflow: hidden;
    mask-image: linear-gradient(#000 70%, transparent);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
  }
  /* Its icon stands below the first letter of the text. */
  .actions parvis-like-button {
    margin-inline-start: -8px;
  }
  .actions > button {
    min-block-size: 28px;
    padding-inline: 8px;
  }
  .more svg {
    stroke-width: 2.6;
  }
  .tombstone {
    margin: 0;
    padding-block: 8px;
    color: var(--_quiet);
    font-style: italic;
  }
  .replies {
    grid-column: 2;
    min-inline-size: 0;
  }
  .replies:not(.inset) {
    grid-column: 1 / -1;
  }
  .inset {
    --parvis-avatar-size: 32px;
    margin-block-start: 6px;
    padding-inline-start: 16px;
    border-inline-start: 2px solid var(--_line);
  }
  ul {
    margin: 0;
    padding: 0;
    /* With "none", Safari would not say that this is a list. */
    list-style-type: '';
  }
  .inset > ul > li:first-child > parvis-comment {
    margin-block-start: 8px;
  }
  .show {
    margin-block-start: 8px;
    color: var(--_accent);
  }
  .inset .show {
    margin-inline-start: -10px;
  }
  parvis-composer {
    margin-block-start: 12px;
  }
  .main parvis-composer {
    margin-block: 4px;
  }
  @container parvis-thread (max-width: 480px) {
    :host {
      --parvis-avatar-size: 32px;
      column-gap: 8px;
    }
    .actions > button {
      min-inline-size: 24px;
      padding-inline: 4px;
    }
    .inset {
      grid-column: 1 / -1;
      padding-inline-start: 10px;
      margin-inline-start: 6px;
    }
  }
`;
