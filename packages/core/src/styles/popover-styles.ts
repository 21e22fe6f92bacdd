import { css } from 'lit';

/** The surface of a popover. It is in the top layer, above the page, so it has its own background and text colour. */
export const popoverStyles = css`
  [popover] {
    max-inline-size: min(360px, 100% - 16px);
    max-block-size: min(420px, 100% - 16px);
    margin: 0;
    padding: 4px;
    border: 1px solid color-mix(in srgb, var(--_ink) 16%, transparent);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
    box-shadow: 0 6px 24px rgb(0 0 0 / 0.16);
    overflow: auto;
  }
`;
