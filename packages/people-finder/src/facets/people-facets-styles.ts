import { css } from 'lit';

export const peopleFacetsStyles = css`
  .all {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
  }
  .facets,
  .facet,
  .chips {
    display: contents;
  }
  .title {
    display: none;
  }
  .titled,
  .titled .facets {
    display: grid;
    gap: 10px;
  }
  .titled .facet {
    display: block;
  }
  .titled .title {
    display: block;
    margin-block-end: 4px;
    color: var(--_quiet);
    font-size: 0.8125em;
  }
  .titled .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .outlined {
    min-block-size: 28px;
    padding: 2px 10px;
    text-align: start;
  }
  .outlined[aria-pressed='true'] {
    border-color: color-mix(in srgb, var(--_accent) 45%, transparent);
    background: var(--_tint);
    color: var(--_accent);
  }
  .count {
    color: var(--_quiet);
    font-variant-numeric: tabular-nums;
  }
  [aria-pressed='true'] .count {
    color: inherit;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 14px;
    margin-inline-start: 4px;
  }
  .titled .actions {
    margin-inline-start: 0;
  }
  .actions:empty {
    display: none;
  }
  .link {
    color: var(--_quiet);
  }
  .wait {
    display: grid;
    gap: 10px;
  }
  .wait .skeleton {
    block-size: 28px;
    margin: 18px 0 4px;
    border-radius: 999px;
  }
  .wait .skeleton:nth-child(2) {
    inline-size: 80%;
  }
  .wait .skeleton:nth-child(3) {
    inline-size: 65%;
  }
  /* On a phone, one line to swipe leaves room for the people. */
  @media (max-width: 480px) {
    .all:not(.titled) {
      gap: 2px;
    }
    .all:not(.titled) .facets {
      display: flex;
      gap: 6px;
      inline-size: 100%;
      margin-block: -4px;
      padding: 4px 2px;
      overflow-x: auto;
      scrollbar-width: none;
    }
    .all:not(.titled) .outlined {
      flex: none;
      max-inline-size: 80%;
    }
    .all:not(.titled) .actions {
      margin-inline-start: 0;
    }
  }
  @media (pointer: coarse) {
    .outlined {
      min-block-size: 36px;
    }
  }
  @media (forced-colors: active) {
    .outlined[aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
  }
`;
