import { css } from 'lit';

export const pollStyles = css`
  :host {
    margin-block-start: 10px;
  }
  fieldset,
  ul {
    display: grid;
    gap: 6px;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
    /* With "none", Safari would not say that this is a list. */
    list-style-type: '';
  }
  legend {
    margin-block-end: 6px;
    padding: 0;
    color: var(--_quiet);
    font-size: 0.875em;
  }
  label,
  li {
    position: relative;
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 40px;
    padding: 6px 12px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    overflow: hidden;
  }
  label {
    cursor: pointer;
  }
  label:hover {
    background: var(--_wash);
  }
  label:focus-within {
    border-color: var(--_accent);
    box-shadow: 0 0 0 3px var(--_tint);
  }
  input {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--_accent);
  }
  /* Where there is no room for both, the count goes below. */
  li {
    flex-wrap: wrap;
    gap: 0 10px;
  }
  bdi {
    flex: 1 1 8em;
    min-inline-size: 0;
  }
  li > * {
    position: relative;
  }
  li i {
    position: absolute;
    inset: 0 auto 0 0;
    inline-size: var(--_share);
    background: var(--_wash);
    transition: inline-size 0.3s;
  }
  li i:dir(rtl) {
    inset: 0 0 0 auto;
  }
  li.mine {
    border-color: color-mix(in srgb, var(--_accent) 45%, transparent);
  }
  li.mine i {
    background: var(--_tint);
  }
  li svg {
    color: var(--_accent);
  }
  .count {
    flex: none;
    margin-inline-start: auto;
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }
  .count b {
    font-weight: 600;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    margin-block-start: 8px;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    margin-inline-start: -10px;
  }
  .foot span {
    flex: 1 1 10em;
    color: var(--_quiet);
    font-size: 0.875em;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  [role='group'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-block-start: 8px;
    padding: 10px 14px;
    border-radius: var(--_radius);
    background: var(--_wash);
  }
  [role='group'] p {
    flex: 1 1 14em;
    margin: 0;
  }
  parvis-notice {
    margin-block-start: 8px;
  }
  @media (pointer: coarse) {
    label {
      min-block-size: 44px;
    }
    button {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    li i {
      border-block-end: 4px solid Highlight;
    }
    li.mine {
      border-color: Highlight;
    }
  }
`;
