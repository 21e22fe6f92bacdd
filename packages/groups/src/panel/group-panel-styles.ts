import { css } from 'lit';

export const groupPanelStyles = css`
  section {
    padding: 12px 20px 20px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    margin-block-end: 8px;
    margin-inline-end: -8px;
  }
  #title {
    font-size: 1.125em;
    font-weight: 600;
  }
  /* Where the focus is put for those who listen; nothing here to press. */
  #title:focus {
    outline: none;
  }
  .close {
    padding: 4px;
  }
  @media (max-width: 480px) {
    section {
      padding: 8px 14px 14px;
    }
  }
`;
