import { css } from 'lit';

export const peopleFinderStyles = css`
  .sr {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .field {
    position: relative;
    display: block;
  }
  .field svg {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 14px;
    block-size: 100%;
    color: var(--_quiet);
    pointer-events: none;
  }
  input {
    inline-size: 100%;
    min-block-size: 44px;
    margin: 0;
    padding: 8px 14px;
    padding-inline-start: 42px;
    border: 1px solid var(--_line);
    border-radius: 999px;
    background: var(--_wash);
    color: inherit;
    font: inherit;
    text-overflow: ellipsis;
    appearance: none;
  }
  input::placeholder {
    color: var(--_quiet);
    opacity: 1;
  }
  input:focus-visible {
    outline: none;
    border-color: var(--_accent);
    box-shadow: 0 0 0 3px var(--_tint);
  }
  parvis-people-facets,
  parvis-person-detail {
    margin-block-start: 12px;
  }
  .count {
    margin: 12px 8px 4px;
    color: var(--_quiet);
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }
  .late {
    opacity: 0.6;
    transition: opacity 0.2s 0.25s;
  }
  .invite {
    margin: 14px 0 2px;
    color: var(--_quiet);
  }
  .nobody {
    padding: 22px 12px;
    text-align: center;
  }
  .nobody p {
    margin: 0 0 8px;
    color: var(--_quiet);
  }
  parvis-notice {
    margin-block-start: 12px;
  }
  .more {
    margin-block-start: 8px;
  }
  .wait {
    display: flex;
    align-items: center;
    gap: 12px;
    block-size: 62px;
  }
  .wait > span:last-child {
    flex: 1;
  }
  @media (forced-colors: active) {
    input:focus-visible {
      outline: 2px solid Highlight;
    }
  }
`;
