import { css } from 'lit';

export const composerStyles = css`
  .frame {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--parvis-surface-color, transparent);
    transition: border-color 0.15s;
  }
  .frame:focus-within {
    border-color: var(--_accent);
    box-shadow: 0 0 0 3px var(--_tint);
  }
  textarea {
    display: block;
    inline-size: 100%;
    min-block-size: 62px;
    max-block-size: min(24em, 60vh);
    margin: 0;
    padding: 12px 14px 4px;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    line-height: 1.5;
    resize: none;
    field-sizing: content;
  }
  /* The frame around it shows the focus. */
  textarea:focus-visible {
    outline: 0;
  }
  textarea::placeholder {
    color: var(--_quiet);
    opacity: 1;
  }
  [aria-busy='true'] textarea {
    opacity: 0.7;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 4px 8px;
    min-block-size: 44px;
    padding: 4px 8px 8px;
  }
  .foot > :first-child {
    margin-inline-end: auto;
  }
  .left {
    color: var(--_quiet);
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }
  .over {
    color: var(--_danger);
    font-weight: 600;
  }
  parvis-notice {
    margin-block-start: 8px;
  }
  .mentions {
    inline-size: max-content;
    padding: 4px;
  }
  .mentions p {
    margin: 0;
    padding: 6px 10px;
    font-size: 0.875em;
  }
  .option {
    --parvis-avatar-size: 30px;
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 5px 10px;
    border-radius: calc(var(--_radius) - 4px);
    font-size: 0.9375em;
    line-height: 1.3;
    cursor: pointer;
  }
  .option:hover {
    background: var(--_wash);
  }
  .option[aria-selected='true'] {
    background: var(--_tint);
  }
  .option b,
  .option small {
    display: block;
  }
  .option b {
    font-weight: 600;
  }
  .option small {
    font-size: 0.8667em;
    opacity: 0.75;
  }
  @media (forced-colors: active) {
    .option[aria-selected='true'] {
      outline: 2px solid Highlight;
    }
    .frame:focus-within {
      outline: 2px solid Highlight;
    }
  }
`;
