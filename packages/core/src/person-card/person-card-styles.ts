import { css } from 'lit';

export const personCardStyles = css`
  :host {
    display: contents;
  }
  [popover] {
    inline-size: min(22rem, 100% - 16px);
    padding: 16px;
    /* The card may stand inside of a heading, a byline or a mention, whose text styles it must not inherit. */
    font-size: max(0.9375rem, 0.9375em);
    font-style: normal;
    font-weight: 400;
    line-height: 1.5;
    text-align: start;
    white-space: normal;
    cursor: auto;
  }
  [popover]:focus {
    outline: none;
  }
  header {
    --parvis-avatar-size: 56px;
    display: flex;
    align-items: center;
    gap: 14px;
  }
  header > div {
    flex: 1;
    min-inline-size: 0;
  }
  .name {
    display: block;
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.3;
  }
  .absence,
  .contacts,
  .tags,
  .departed,
  .manager,
  .hidden,
  parvis-notice,
  .wait {
    margin-block: 12px 0;
  }
  .contacts {
    margin-inline: -10px;
  }
  .wait {
    min-block-size: 118px;
  }
  .manager,
  .hidden {
    color: var(--_quiet);
    font-size: 0.9375em;
  }
  .manager button,
  .absence button {
    color: var(--_ink);
    font-size: 1em;
    text-align: start;
  }
  footer {
    margin-block-start: 12px;
    padding-block-start: 8px;
    border-block-start: 1px solid var(--_line);
  }
  footer .link {
    margin-inline-start: -2px;
    color: var(--_accent);
  }
`;
