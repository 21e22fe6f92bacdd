import { css } from 'lit';

/** Buttons and links that act: quiet by default, `.outlined` where one must look like a button. */
export const buttonStyles = css`
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-block-size: 32px;
    min-inline-size: 32px;
    margin: 0;
    padding: 4px 10px;
    border: 1px solid transparent;
    border-radius: 999px;
    background: none;
    color: var(--_quiet);
    font: inherit;
    font-size: 0.875em;
    line-height: 1.3;
    text-decoration: none;
    cursor: pointer;
  }
  button:hover,
  .button:hover {
    background: var(--_wash);
    color: inherit;
  }
  button[aria-pressed='true'] {
    color: var(--_accent);
  }
  button:disabled,
  button[aria-disabled='true'] {
    opacity: 0.55;
    cursor: default;
  }
  .outlined {
    border-color: var(--_line);
    color: inherit;
  }
  .link {
    min-block-size: 24px;
    padding: 0 2px;
    border-radius: 4px;
    color: inherit;
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  @media (pointer: coarse) {
    button,
    .button {
      min-block-size: 40px;
    }
  }
  /* Buttons are useless on paper, except .printed ones, whose text is information. */
  @media print {
    button:not(.printed),
    .button:not(.printed),
    .unprinted,
    parvis-composer,
    parvis-notice,
    parvis-unsent,
    select {
      display: none !important;
    }
    .folded {
      max-block-size: none !important;
      mask: none !important;
    }
  }
  @media (forced-colors: active) {
    button[aria-pressed='true'] {
      border-color: Highlight;
    }
  }
`;
