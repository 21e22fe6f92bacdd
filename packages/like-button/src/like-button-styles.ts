import { css } from 'lit';

export const likeButtonStyles = css`
  :host {
    --_like: var(--parvis-like-color, inherit);
    display: inline-grid;
    justify-items: start;
    max-inline-size: 100%;
    vertical-align: middle;
  }
  .pill {
    display: flex;
    min-block-size: 34px;
    border: 1px solid var(--_line);
    border-radius: 999px;
  }
  .pill.chosen {
    border-color: color-mix(in srgb, var(--_accent) 45%, transparent);
    background: var(--_tint);
  }
  .pill button {
    color: var(--_like);
    font-size: 0.9375em;
    font-weight: 500;
    -webkit-touch-callout: none;
    touch-action: manipulation;
    user-select: none;
  }
  .pill.chosen button {
    color: var(--_accent);
  }
  .chosen .like svg {
    fill: color-mix(in srgb, currentColor 30%, transparent);
  }
  .count {
    min-inline-size: 28px;
    padding-inline: 6px 12px;
    margin-inline-start: -8px;
    font-variant-numeric: tabular-nums;
  }
  .pill.as-compact {
    min-block-size: 28px;
    border: 0;
    background: none;
  }
  .as-compact button {
    min-block-size: 28px;
    padding: 0 8px;
    color: var(--_quiet);
    font-size: 0.875em;
    font-weight: 400;
  }
  .skeleton {
    inline-size: 92px;
    block-size: 34px;
    margin: 0;
    border-radius: 999px;
  }
  .skeleton.as-compact {
    inline-size: 64px;
    block-size: 28px;
  }
  .total {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    color: var(--_quiet);
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }
  parvis-notice {
    margin-block-start: 6px;
  }
  @media print {
    .pill {
      border: 0;
      background: none !important;
    }
    .like span {
      display: none;
    }
  }
  @media (pointer: coarse) {
    .as-compact button {
      min-block-size: 36px;
    }
  }
  @media (forced-colors: active) {
    .pill.chosen {
      border-color: Highlight;
    }
  }
`;
