import { css } from 'lit';

export const followButtonStyles = css`
  :host {
    --_follow: var(--parvis-follow-color, inherit);
    display: inline-grid;
    justify-items: start;
    max-inline-size: 100%;
    vertical-align: middle;
  }
  .follow {
    min-block-size: 34px;
    max-inline-size: 100%;
    padding-inline: 12px;
    border-color: var(--_line);
    color: var(--_follow);
    font-size: 0.9375em;
    font-weight: 500;
    user-select: none;
  }
  .follow[aria-pressed='true'] {
    border-color: color-mix(in srgb, var(--_accent) 45%, transparent);
    background: var(--_tint);
    color: var(--_accent);
  }
  .chevron {
    display: inline-flex;
    margin-inline-start: -2px;
    font-size: 0.875em;
  }
  .follow.as-compact {
    min-block-size: 28px;
    padding: 0 8px;
    border-color: transparent;
    background: none;
    font-size: 0.875em;
    font-weight: 400;
  }
  .follow.as-compact[aria-pressed='false'] {
    color: var(--_quiet);
  }
  .skeleton {
    inline-size: 96px;
    block-size: 34px;
    margin: 0;
    border-radius: 999px;
  }
  .skeleton.as-compact {
    block-size: 28px;
  }
  parvis-notice {
    margin-block-start: 6px;
  }
  @media (pointer: coarse) {
    .follow.as-compact {
      min-block-size: 36px;
    }
  }
  @media (forced-colors: active) {
    .follow[aria-pressed='true'] {
      border-color: Highlight;
    }
  }
`;
