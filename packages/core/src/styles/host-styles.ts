import { css } from 'lit';

/**
 * The base styles of every widget. Font, colour and density come from the page; washes and lines are mixed from its text
 * colour; there is one accent. Names that start with `--_` are private: pages set the `--parvis-…` ones.
 */
export const hostStyles = css`
  :host {
    --_accent: var(--parvis-accent-color, light-dark(#0b57d0, #8ab4f8));
    --_surface: var(--parvis-surface-color, light-dark(#fff, #1d2025));
    --_ink: var(--parvis-ink-color, light-dark(#1c1e21, #e7e9ec));
    --_quiet: color-mix(in srgb, currentColor 72%, transparent);
    --_line: color-mix(in srgb, currentColor 16%, transparent);
    --_wash: color-mix(in srgb, currentColor 6%, transparent);
    --_tint: color-mix(in srgb, var(--_accent) 12%, transparent);
    --_radius: var(--parvis-radius, 10px);
    --_gap: var(--parvis-gap, 12px);
    --_focus: 2px solid var(--_accent);
    display: block;
    line-height: 1.5;
    text-align: start;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  /* Text that people wrote may be in any language and break anywhere; words of the widgets do not break. */
  bdi,
  [dir='auto'] {
    overflow-wrap: anywhere;
  }
  svg {
    inline-size: 1.15em;
    block-size: 1.15em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  :focus-visible {
    outline: var(--_focus);
    outline-offset: 2px;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      transition: none !important;
      animation: none !important;
    }
  }
`;
