import { css } from 'lit';

/** Styles for rich text, for a shadow root that renders it in an element of class `rich`. */
export const richTextStyles = css`
  .rich > * {
    margin: 0 0 0.5em;
  }
  .rich > :last-child {
    margin-block-end: 0;
  }
  .rich p {
    margin-block: 0 0.5em;
    unicode-bidi: plaintext;
  }
  .rich li > p {
    margin: 0;
  }
  .rich ul,
  .rich ol {
    padding-inline-start: 1.5em;
    /* A widget's own lists have no markers; lists in texts do. */
    list-style: revert;
  }
  .rich blockquote {
    padding-inline-start: 0.9em;
    border-inline-start: 3px solid var(--_line);
    color: var(--_quiet);
  }
  .rich a {
    color: var(--_accent);
    text-underline-offset: 2px;
  }
  .rich code {
    padding: 0.1em 0.35em;
    border-radius: 4px;
    background: var(--_wash);
    font-size: 0.9em;
  }
  .rich pre {
    padding: 10px 12px;
    border-radius: var(--_radius);
    background: var(--_wash);
    overflow-x: auto;
  }
  .rich pre code {
    padding: 0;
    background: none;
  }
  .rich .mention {
    --_mention: color-mix(in srgb, var(--_accent) 8%, transparent);
    border-radius: 1px;
    background: var(--_mention);
    /* Not as padding, which would leave a gap after the name. */
    box-shadow: 0 0 0 3px var(--_mention);
    color: var(--_accent);
    font-weight: 500;
  }
`;
