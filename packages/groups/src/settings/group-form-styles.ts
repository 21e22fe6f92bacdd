import { css } from 'lit';

export const groupFormStyles = css`
  .fields {
    display: grid;
    gap: 16px;
  }
  .field {
    display: grid;
    align-content: end;
    gap: 4px;
    min-inline-size: 0;
  }
  fieldset {
    display: grid;
    gap: 6px;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    margin-block-end: 4px;
    padding: 0;
    font-size: 0.9375em;
    font-weight: 600;
  }
  .choice {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 10px;
    padding: 8px 12px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    font-weight: 400;
    cursor: pointer;
  }
  .choice:has(:checked) {
    border-color: var(--_accent);
    background: var(--_tint);
  }
  .choice:has(:focus-visible) {
    outline: var(--_focus);
    outline-offset: 2px;
  }
  .choice input {
    grid-row: 1 / 3;
    inline-size: 18px;
    block-size: 18px;
    margin: 3px 0 0;
    outline: none;
    accent-color: var(--_accent);
  }
  .choice b {
    font-weight: 600;
  }
  .choice span {
    color: var(--_quiet);
    font-size: 0.875em;
  }
  .writers {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr));
    gap: 16px;
  }
  .change {
    margin: 0;
    padding: 10px 14px;
    border-radius: var(--_radius);
    background: var(--_warning);
    color: var(--_ink);
    font-size: 0.9375em;
  }
  .check {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 32px;
    margin-block-start: 6px;
    font-weight: 400;
  }
  .check input {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--_accent);
  }
  @media (forced-colors: active) {
    .choice:has(:checked),
    .change {
      outline: 2px solid;
    }
  }
`;
