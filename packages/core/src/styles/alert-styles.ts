import { css } from 'lit';

/** Colours for warnings, for the few elements that show them. */
export const alertStyles = css`
  :host {
    --_danger: var(--parvis-danger-color, light-dark(#b3261e, #f2b8b5));
    --_warning: var(--parvis-warning-color, light-dark(#fdf1e3, #3a2c18));
  }
`;
