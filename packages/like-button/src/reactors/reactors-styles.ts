import { css } from 'lit';

export const reactorsStyles = css`
  [popover] {
    inline-size: 320px;
    padding: 10px;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    margin-block-end: 6px;
    padding-block-end: 6px;
    border-block-end: 1px solid var(--_line);
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    --parvis-avatar-size: 36px;
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 6px 4px;
  }
  .who {
    flex: 1;
    min-inline-size: 0;
    font-weight: 600;
    line-height: 1.3;
  }
  small {
    display: block;
    color: var(--_quiet);
    font-size: 0.8125em;
    font-weight: 400;
  }
  .more {
    inline-size: 100%;
  }
`;
