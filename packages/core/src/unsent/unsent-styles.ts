import { css } from 'lit';

export const unsentStyles = css`
  ul {
    display: grid;
    gap: 8px;
    margin: 14px 0;
    padding: 0;
    /* With "none", Safari would not announce a list. */
    list-style-type: '';
  }
  .text {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 4px 10px;
    padding: 10px 14px;
    border-radius: var(--_radius);
    background: var(--_warning);
    color: var(--_ink);
  }
  svg {
    margin-block-start: 0.15em;
  }
  .state {
    margin: 0;
    font-size: 0.9375em;
  }
  .to,
  .address {
    margin: 0;
    color: var(--_quiet);
    font-size: 0.875em;
  }
  .rich {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 6;
  }
  .rich,
  .to,
  .address,
  textarea {
    grid-column: 2;
  }
  textarea {
    display: block;
    min-block-size: 62px;
    max-block-size: min(24em, 60vh);
    margin-block: 2px;
    padding: 8px 12px;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) - 2px);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    line-height: 1.5;
    resize: vertical;
    field-sizing: content;
  }
  .actions {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 4px 14px;
  }
  @media (forced-colors: active) {
    .text {
      border: 1px solid;
    }
  }
`;
