import { css } from 'lit';

/** Fields, and the buttons below them. */
export const formStyles = css`
  label,
  .label {
    font-size: 0.9375em;
    font-weight: 600;
  }
  .hint {
    margin: 0;
    color: var(--_quiet);
    font-size: 0.875em;
  }
  input:not([type='checkbox'], [type='radio']),
  textarea,
  select {
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 40px;
    margin: 0;
    padding: 7px 12px;
    border: 1px solid color-mix(in srgb, currentColor 46%, transparent);
    border-radius: var(--_radius);
    background: transparent;
    color: inherit;
    font: inherit;
  }
  select {
    background: var(--_surface);
    color: var(--_ink);
  }
  textarea {
    display: block;
    min-block-size: 88px;
    resize: vertical;
    field-sizing: content;
  }
  input:focus-visible,
  textarea:focus-visible,
  select:focus-visible {
    border-color: var(--_accent);
    outline-offset: 0;
  }
  [aria-invalid='true'] {
    border-color: var(--_danger) !important;
  }
  .problem {
    margin: 0;
    color: var(--_danger);
    font-size: 0.875em;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-block-start: 12px;
  }
  parvis-notice {
    margin-block-start: 12px;
  }
  @media (pointer: coarse) {
    input:not([type='checkbox'], [type='radio']),
    select {
      min-block-size: 44px;
    }
  }
`;
