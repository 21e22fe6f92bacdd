import { css } from 'lit';

export const bellStyles = css`
  :host {
    --_badge: var(--parvis-badge-color, light-dark(#c2410c, #fb923c));
    --_on-badge: var(--parvis-badge-ink-color, light-dark(#fff, #1c1e21));
    display: inline-block;
    vertical-align: middle;
  }
  .bell {
    position: relative;
    min-inline-size: 40px;
    min-block-size: 40px;
    padding: 0;
    border-radius: 50%;
    color: inherit;
    font-size: 1.125em;
  }
  /* It stands on bands of any colour. */
  .bell:focus-visible {
    outline-color: currentColor;
  }
  .count {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    box-sizing: border-box;
    min-inline-size: 18px;
    padding-inline: 4px;
    border-radius: 999px;
    background: var(--_badge);
    color: var(--_on-badge);
    font-size: 11px;
    font-weight: 700;
    line-height: 18px;
    text-align: center;
  }
  .skeleton {
    inline-size: 40px;
    block-size: 40px;
    margin: 0;
    border-radius: 50%;
  }
  @media (pointer: coarse) {
    .bell {
      min-inline-size: 44px;
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .count {
      border: 1px solid;
    }
  }
`;
