import { css } from 'lit';

export const groupListStyles = css`
  .sr {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  p {
    margin: 0;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    margin-block-end: 10px;
  }
  .scopes {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
  }
  .scopes button {
    min-block-size: 36px;
    padding-inline: 14px;
    font-size: 0.9375em;
  }
  .scopes [aria-pressed='true'] {
    background: var(--_tint);
    font-weight: 600;
  }
  .field {
    position: relative;
    display: block;
  }
  .field svg {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 14px;
    block-size: 100%;
    color: var(--_quiet);
    pointer-events: none;
  }
  input {
    inline-size: 100%;
    min-block-size: 44px;
    margin: 0;
    padding: 8px 14px;
    padding-inline-start: 42px;
    border: 1px solid var(--_line);
    border-radius: 999px;
    background: var(--_wash);
    color: inherit;
    font: inherit;
    text-overflow: ellipsis;
    appearance: none;
  }
  input::placeholder {
    color: var(--_quiet);
    opacity: 1;
  }
  input:focus-visible {
    outline: none;
    border-color: var(--_accent);
    box-shadow: 0 0 0 3px var(--_tint);
  }
  ul {
    display: grid;
    gap: 8px;
    margin: 12px 0 0;
    padding: 0;
    list-style: none;
  }
  li {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: 8px 14px;
    padding: 12px 14px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  li:hover {
    background: var(--_wash);
  }
  .tile {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    margin: 0;
    border-radius: var(--_radius);
    background: var(--_tint);
    color: var(--_accent);
    font-weight: 700;
  }
  .skeleton.tile {
    background: var(--_wash);
  }
  .about {
    flex: 1;
    min-inline-size: 9em;
  }
  .open {
    display: inline;
    min-block-size: 0;
    padding: 0;
    border: 0;
    border-radius: 4px;
    color: inherit;
    font-size: 1.0625em;
    font-weight: 600;
    text-align: start;
    text-decoration: none;
  }
  .open:hover {
    background: none;
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  /* The whole card leads to the group. */
  .open::after {
    position: absolute;
    inset: 0;
    border-radius: var(--_radius);
    content: '';
  }
  .open:focus-visible {
    outline: none;
  }
  .open:focus-visible::after {
    outline: var(--_focus);
    outline-offset: 2px;
  }
  .facts {
    display: flex;
    gap: 6px;
    color: var(--_quiet);
    font-size: 0.875em;
  }
  .facts svg {
    margin-block-start: 0.15em;
  }
  .purpose {
    display: -webkit-box;
    margin-block-start: 4px;
    overflow: hidden;
    font-size: 0.9375em;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
  }
  .mine {
    padding: 1px 10px;
    border-radius: 999px;
    background: var(--_tint);
    font-size: 0.8125em;
  }
  .late {
    opacity: 0.6;
    transition: opacity 0.2s 0.25s;
  }
  .empty {
    display: grid;
    justify-items: center;
    gap: 8px;
    padding: 28px 12px;
    text-align: center;
  }
  .empty b {
    font-weight: 600;
  }
  .empty p {
    color: var(--_quiet);
  }
  .more {
    margin-block-start: 10px;
  }
  .back {
    margin-block-end: 8px;
    margin-inline-start: -10px;
  }
  .back svg:dir(rtl) {
    transform: scaleX(-1);
  }
  .skeleton.bar {
    inline-size: 50%;
    block-size: 36px;
    border-radius: 999px;
  }
  .skeleton.field {
    block-size: 44px;
    border-radius: 999px;
  }
  parvis-notice {
    margin-block-start: 12px;
  }
  @media (forced-colors: active) {
    .mine,
    .tile {
      border: 1px solid;
    }
    input:focus-visible {
      outline: 2px solid Highlight;
    }
  }
`;
