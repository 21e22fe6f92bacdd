import { css } from 'lit';

export const notificationSettingsStyles = css`
  section,
  form {
    padding: 12px 14px;
  }
  section + section,
  form {
    border-block-start: 1px solid var(--_line);
  }
  h3 {
    margin: 0 0 8px;
    font-size: 1em;
    font-weight: 700;
  }
  .choice {
    display: grid;
    gap: 2px;
    margin-block: 10px;
  }
  .choice label {
    font-weight: 400;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(8.5em, 1fr));
    gap: 8px;
  }
  .muted {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .muted button {
    flex: none;
  }
  .day {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 6px;
    min-block-size: 40px;
  }
  .day .check {
    flex: 1 0 7.5em;
  }
  .times {
    display: flex;
    gap: 6px;
  }
  .day:has(:checked) {
    margin-block-end: 4px;
  }
  .day:not(:has(:checked)) .times {
    display: none;
  }
  /* Wide enough for clocks with AM and PM. */
  .day input[type='time'] {
    inline-size: 7em;
    min-block-size: 36px;
    padding: 3px 8px;
  }
  ::-webkit-calendar-picker-indicator {
    display: none;
  }
  .check {
    display: flex;
    align-items: center;
    gap: 8px;
    font-weight: 400;
  }
  input[type='checkbox'] {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--_accent);
  }
  .skeleton.line {
    block-size: 56px;
    margin: 10px 14px;
  }
  parvis-notice {
    margin: 12px 14px;
  }
`;
