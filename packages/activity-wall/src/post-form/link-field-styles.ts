import { css } from 'lit';

export const linkFieldStyles = css`
  :host {
    display: inline-block;
    vertical-align: middle;
  }
  :host([open]) {
    display: block;
  }
  .add {
    margin-block-start: 4px;
    margin-inline-start: 4px;
  }
  div {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-block-start: 8px;
    padding-inline: 14px 4px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    color: var(--_quiet);
  }
  div:focus-within {
    border-color: var(--_accent);
    box-shadow: 0 0 0 3px var(--_tint);
  }
  input {
    flex: 1;
    min-inline-size: 0;
    padding: 8px 0;
    border: 0;
    outline: 0;
    background: none;
    color: inherit;
    font: inherit;
  }
  div:has([aria-invalid='true']) {
    border-color: var(--_danger);
  }
  #refusal {
    margin: 4px 0 0;
    color: var(--_danger);
    font-size: 0.875em;
  }
  @media (forced-colors: active) {
    div:focus-within {
      outline: 2px solid Highlight;
    }
  }
`;
