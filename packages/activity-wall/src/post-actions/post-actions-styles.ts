import { css } from 'lit';

export const postActionsStyles = css`
  p {
    margin: 0;
    color: var(--_quiet);
    font-size: 0.9375em;
  }
  .done,
  [role='group'],
  parvis-notice {
    margin-block-start: 10px;
  }
  .done {
    color: var(--_accent);
  }
  [role='group'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding: 10px 14px;
    border-radius: var(--_radius);
    background: var(--_wash);
  }
  [role='group'] p {
    flex: 1 1 14em;
    color: inherit;
  }
  .danger {
    background: var(--_danger);
    color: light-dark(#fff, #601410);
    font-weight: 600;
  }
  .danger:hover {
    background: color-mix(in srgb, var(--_danger) 88%, black);
    color: light-dark(#fff, #601410);
  }
`;
