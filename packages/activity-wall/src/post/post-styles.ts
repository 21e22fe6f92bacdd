import { css } from 'lit';

export const postStyles = css`
  .pin {
    display: flex;
    align-items: center;
    gap: 6px;
    margin: 0 0 8px;
    color: var(--_quiet);
    font-size: 0.8125em;
  }
  header {
    display: flex;
    align-items: center;
    gap: var(--_gap);
  }
  .by {
    flex: 1;
    min-inline-size: 0;
  }
  .by b {
    display: block;
    font-weight: 600;
  }
  /* So far below the name that a finger meets one of the two. */
  .by span {
    display: block;
    margin-block-start: 2px;
    color: var(--_quiet);
    font-size: 0.875em;
  }
  .by a {
    color: inherit;
    text-decoration: none;
  }
  .by a:hover {
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .more {
    align-self: start;
    padding: 0;
    margin-inline-end: -6px;
  }
  .more svg {
    stroke-width: 2.6;
  }
  .rich {
    margin-block-start: 10px;
  }
  .folded {
    max-block-size: 15em;
    overflow: hidden;
    mask-image: linear-gradient(#000 70%, transparent);
  }
  .link {
    margin-inline-start: -2px;
  }
  .preview {
    display: flex;
    align-items: center;
    gap: 10px;
    margin-block-start: 10px;
    padding: 8px 12px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    color: inherit;
    text-decoration: none;
    line-height: 1.35;
  }
  .preview:hover {
    background: var(--_wash);
  }
  .preview svg {
    color: var(--_quiet);
  }
  .preview span {
    min-inline-size: 0;
  }
  .preview b {
    font-weight: 600;
  }
  .preview b,
  .preview small {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .preview small {
    color: var(--_quiet);
    font-size: 0.8125em;
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px var(--_gap);
    margin-block-start: 12px;
  }
  parvis-post-editor,
  parvis-comment-thread {
    display: block;
    margin-block-start: 14px;
  }
`;
