import { css } from 'lit';

export const channelFieldStyles = css`
  :host {
    display: inline-block;
    max-inline-size: 100%;
    vertical-align: middle;
  }
  label {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
    margin-block-start: 4px;
    margin-inline: 14px;
    color: var(--_quiet);
    font-size: 0.875em;
  }
  select {
    max-inline-size: 100%;
    min-block-size: 36px;
    margin: 0;
    padding: 4px 8px;
    border: 0;
    border-radius: 999px;
    background: var(--_surface);
    color: var(--_ink);
    font: inherit;
    font-weight: 600;
    text-overflow: ellipsis;
    cursor: pointer;
  }
  select:hover {
    background: var(--_wash);
  }
  select:focus-visible {
    outline: var(--_focus);
    outline-offset: 1px;
  }
  @media (pointer: coarse) {
    select {
      min-block-size: 44px;
    }
  }
`;
