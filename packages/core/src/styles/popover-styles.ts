import { css } from 'lit';

/** A popover's surface. It stands in the top layer, over any page, so that it brings its own background and ink. */
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
