import { css } from 'lit';

export const pollEditorStyles = css`
  fieldset {
    display: grid;
    gap: 8px;
    min-inline-size: 0;
    margin: 8px 0 0;
    padding: 10px 14px 14px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  legend {
    padding-inline: 4px;
    font-size: 0.875em;
    font-weight: 600;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 4px;
  }
  input:not([type='checkbox']) {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 40px;
    padding: 6px 10px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: transparent;
    color: inherit;
    font: inherit;
  }
  input:focus-visible {
    border-color: var(--_accent);
    outline-offset: 0;
  }
  input[aria-invalid='true'] {
    border-color: var(--_danger);
  }
  input[type='checkbox'] {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--_accent);
  }
  label {
    display: flex;
    align-items: center;
    gap: 4px 10px;
    min-block-size: 40px;
    font-size: 0.9375em;
  }
  label:has([type='date']) {
    flex-wrap: wrap;
  }
  label input[type='date'] {
    flex: 0 1 11em;
  }
  p {
    margin: 0;
    color: var(--_danger);
    font-size: 0.875em;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 4px;
  }
  @media (pointer: coarse) {
    button,
    label,
    input:not([type='checkbox']) {
      min-block-size: 44px;
      min-inline-size: 44px;
    }
  }
`;
