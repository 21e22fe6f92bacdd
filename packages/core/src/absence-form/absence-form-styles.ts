import { css } from 'lit';

export const absenceFormStyles = css`
  form {
    --parvis-avatar-size: 32px;
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .title {
    margin-block-end: 12px;
    font-size: 1.0625em;
    font-weight: 600;
  }
  .fields {
    display: grid;
    gap: 14px;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr));
    gap: 14px;
  }
  .field {
    display: grid;
    align-content: start;
    gap: 4px;
    min-inline-size: 0;
  }
  .chosen {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 40px;
  }
  .chosen bdi {
    flex: 1;
    min-inline-size: 0;
    font-weight: 500;
  }
  .clear {
    margin-inline-start: auto;
  }
`;
