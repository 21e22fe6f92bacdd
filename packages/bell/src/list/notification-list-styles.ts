import { css } from 'lit';

export const notificationListStyles = css`
  [popover] {
    inline-size: min(400px, 100% - 16px);
    max-inline-size: none;
    max-block-size: min(620px, 100% - 16px);
    padding: 0;
    overscroll-behavior: contain;
  }
  /* That it has opened shows where the keyboard is. */
  [popover]:focus {
    outline: none;
  }
  .sr {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  header {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    padding: 12px 14px 8px;
    border-block-end: 1px solid var(--_line);
    background: var(--_surface);
  }
  .head,
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 8px;
  }
  h2 {
    margin: 0;
    font-size: 1.125em;
    font-weight: 700;
  }
  h3 {
    margin: 0;
    padding: 12px 14px 4px;
    color: var(--_quiet);
    font-size: 0.8125em;
    font-weight: 600;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    margin-inline-start: -10px;
  }
  .filters button,
  .read-all {
    min-block-size: 32px;
    padding-inline: 10px;
    font-size: 0.875em;
  }
  .filters [aria-pressed='true'] {
    background: var(--_tint);
    font-weight: 600;
  }
  .read-all {
    margin-inline: -10px;
    color: var(--_accent);
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    position: relative;
    display: flex;
    align-items: flex-start;
    gap: 12px;
    padding: 10px 14px;
    line-height: 1.4;
  }
  li:hover {
    background: var(--_wash);
  }
  .unread {
    background: color-mix(in srgb, var(--_accent) 6%, transparent);
  }
  li + .unread {
    border-block-start: 1px solid var(--_wash);
  }
  .about {
    flex: 1;
    min-inline-size: 0;
  }
  .open {
    display: inline;
    min-block-size: 0;
    padding: 0;
    border: 0;
    border-radius: 4px;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    text-decoration: none;
    white-space: normal;
  }
  .level {
    padding: 1px 6px;
    border-radius: 4px;
    background: light-dark(#fdebd0, #4a3513);
    color: light-dark(#7a4a00, #ffd591);
    font-size: 0.8125em;
    font-weight: 600;
  }
  .as-URGENT {
    background: light-dark(#fde2dd, #54211a);
    color: light-dark(#96200c, #ffc2b5);
  }
  /* The whole line leads there. */
  .open::after {
    position: absolute;
    inset: 0;
    content: '';
  }
  .open:focus-visible {
    outline: none;
  }
  .open:focus-visible::after {
    outline: var(--_focus);
    outline-offset: -2px;
  }
  .excerpt {
    display: -webkit-box;
    margin: 2px 0 0;
    overflow: hidden;
    color: var(--_quiet);
    font-size: 0.9375em;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
  }
  .time {
    color: var(--_quiet);
    font-size: 0.8125em;
  }
  .tools {
    display: grid;
    flex: none;
  }
  .toggle {
    position: relative;
    z-index: 1;
    flex: none;
    min-inline-size: 32px;
    min-block-size: 32px;
    padding: 0;
    color: var(--_quiet);
  }
  .unread .mark {
    color: var(--_accent);
  }
  .unread .mark svg {
    inline-size: 1.5em;
    block-size: 1.5em;
    fill: currentColor;
  }
  /* A mark of what is read would be noise; the button is there where one is. */
  li:not(.unread, :hover, :focus-within) .toggle {
    opacity: 0;
  }
  .empty {
    margin: 0;
    padding: 32px 24px;
    color: var(--_quiet);
    text-align: center;
  }
  .more {
    margin: 8px 14px 14px;
  }
  footer {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
    padding: 6px 4px;
    border-block-start: 1px solid var(--_line);
    background: var(--_surface);
  }
  .foot {
    inline-size: 100%;
    justify-content: space-between;
    gap: 12px;
    border-radius: 8px;
    text-align: start;
  }
  .foot i {
    flex: none;
    inline-size: 32px;
    block-size: 18px;
    padding: 2px;
    border: 1px solid var(--_quiet);
    border-radius: 999px;
  }
  .foot i::after {
    display: block;
    inline-size: 12px;
    block-size: 12px;
    border-radius: 50%;
    background: var(--_quiet);
    content: '';
  }
  [aria-checked='true'] i {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  [aria-checked='true'] i::after {
    margin-inline-start: auto;
    background: var(--_surface);
  }
  .denied {
    margin: 0 10px;
    color: var(--_quiet);
    font-size: 0.8125em;
  }
  .skeleton.line {
    block-size: 56px;
    margin: 10px 14px;
  }
  .late {
    opacity: 0.6;
    transition: opacity 0.2s 0.25s;
  }
  parvis-notice {
    margin: 12px 14px;
  }
  parvis-notification-settings {
    padding-inline: 14px;
  }
  @media (hover: none) {
    li .toggle {
      opacity: 1 !important;
    }
  }
  @media (pointer: coarse) {
    .toggle,
    .filters button,
    .read-all {
      min-inline-size: 44px;
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .unread {
      border-inline-start: 4px solid Highlight;
    }
    .foot i::after {
      background: ButtonText;
    }
  }
`;
