import { css } from 'lit';

export const personDetailStyles = css`
  /* The room of what reaches out to the left of its words. */
  section {
    padding-inline: 10px;
  }
  /* Where the focus is put for those who listen; nothing here to press. */
  section:focus {
    outline: none;
  }
  .back {
    margin-inline-start: -10px;
  }
  .back svg:dir(rtl) {
    transform: scaleX(-1);
  }
  nav {
    margin-block: 4px;
    color: var(--_quiet);
    font-size: 0.875em;
  }
  ol,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  ol {
    display: flex;
    flex-wrap: wrap;
    column-gap: 6px;
  }
  ol li + li::before {
    content: '›';
    margin-inline-end: 6px;
  }
  ol li + li:dir(rtl)::before {
    content: '‹';
  }
  .link {
    min-inline-size: 24px;
    margin-inline: -2px;
    font-size: 1em;
    text-align: start;
  }
  ol .link {
    text-decoration-color: var(--_line);
  }
  header {
    --parvis-avatar-size: 72px;
    display: flex;
    align-items: center;
    gap: 16px;
    margin-block: 8px 12px;
  }
  header > div {
    flex: 1;
    min-inline-size: 0;
  }
  .name {
    font-size: 1.25em;
    font-weight: 600;
    line-height: 1.25;
  }
  parvis-follow-button {
    margin-block-start: 8px;
  }
  p {
    margin: 0;
  }
  .contacts {
    margin-inline: -10px;
  }
  .absence,
  parvis-absence-form {
    margin-block: 12px;
  }
  .away {
    margin-block-end: 8px;
  }
  .bio {
    margin-block-start: 12px;
    white-space: pre-line;
  }
  .part {
    margin-block-start: 18px;
  }
  .title {
    margin-block-end: 4px;
    color: var(--_quiet);
    font-size: 0.875em;
    font-weight: 600;
  }
  .reports {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(14rem, 100%), 1fr));
    gap: 8px 16px;
    margin-block-end: 8px;
  }
  .reports li {
    --parvis-avatar-size: 32px;
    display: flex;
    align-items: center;
    gap: 10px;
    min-inline-size: 0;
  }
  .reports li > div {
    min-inline-size: 0;
    line-height: 1.35;
  }
  .reports .link {
    text-decoration: none;
    font-weight: 500;
  }
  .reports .link:hover {
    text-decoration: underline;
  }
  .skeleton.round {
    inline-size: 72px;
    block-size: 72px;
  }
  .wait {
    min-block-size: 180px;
  }
`;
