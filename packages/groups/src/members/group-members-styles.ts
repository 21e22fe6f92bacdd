import { css } from 'lit';

export const groupMembersStyles = css`
  .filter {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 10px;
    margin-block-end: 8px;
  }
  .filter label {
    font-size: 0.875em;
    font-weight: 400;
  }
  select {
    inline-size: auto;
    min-block-size: 36px;
    padding: 3px 8px;
    font-size: 0.9375em;
  }
  .changes {
    display: flex;
    align-items: center;
    gap: 4px;
  }
  .role {
    padding: 1px 10px;
    border-radius: 999px;
    color: var(--_quiet);
    font-size: 0.8125em;
  }
  .OWNER,
  .ANIMATOR {
    background: var(--_tint);
    color: inherit;
  }
  .failure {
    flex: 1 1 100%;
  }
  .failure parvis-notice {
    margin: 0;
  }
`;
