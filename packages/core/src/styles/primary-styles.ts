import { css } from 'lit';

/** The main button of a form. */
export const primaryStyles = css`
  .primary {
    --_on-accent: var(--parvis-on-accent-color, light-dark(#fff, #10223f));
    min-block-size: 36px;
    padding-inline: 18px;
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .primary:hover {
    background: color-mix(in srgb, var(--_accent) 88%, black);
    color: var(--_on-accent);
  }
  @media (forced-colors: active) {
    .primary {
      border-color: Highlight;
    }
  }
`;
