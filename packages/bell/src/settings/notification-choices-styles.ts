import { css } from 'lit';

export const notificationChoicesStyles = css`
  :host {
    container: parvis-settings / inline-size;
    /* In a row or a centred column of the page, as wide as it may be rather than as its content, which does not count. */
    contain-intrinsic-inline-size: 40em;
    max-inline-size: 46em;
    min-inline-size: 10em;
  }
  section,
  form {
    padding-block: 14px 16px;
  }
  section + section,
  section + form,
  form + section {
    border-block-start: 1px solid var(--_line);
  }
  .title {
    margin-block-end: 4px;
    font-weight: 600;
  }
  label {
    font-weight: 400;
  }
  .title + .hint {
    margin-block-end: 4px;
  }
  .choice {
    display: grid;
    align-items: center;
    gap: 4px 16px;
    padding-block: 8px;
  }
  .choice + .choice {
    border-block-start: 1px solid var(--_wash);
  }
  .choice label {
    min-inline-size: 0;
  }
  label .hint {
    display: block;
    line-height: 1.35;
  }
  .choice select,
  .field select {
    min-block-size: 36px;
    padding-block: 4px;
    font-size: 0.9375em;
  }
  @container parvis-settings (min-inline-size: 21em) {
    .choice {
      grid-template-columns: minmax(0, 1fr) minmax(8em, 42%);
      padding-block: 4px;
    }
  }
  @container parvis-settings (min-inline-size: 32em) {
    .choice {
      grid-template-columns: minmax(0, 1fr) 15em;
    }
  }
  .stop {
    display: flex;
    gap: 10px;
    margin-block: 12px;
    padding: 10px 14px;
    border-radius: var(--_radius);
    background: light-dark(#fdebd0, #4a3513);
    color: light-dark(#1c1e21, #f2e6d3);
    font-size: 0.9375em;
  }
  .stop svg {
    margin-block-start: 3px;
  }
  .stop p {
    margin: 0;
    font-weight: 600;
  }
  .stop span {
    display: block;
    font-weight: 400;
  }
  .away {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 12px;
    padding-block-start: 6px;
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(8.5em, 1fr));
    gap: 8px 12px;
    padding-block-start: 4px;
  }
  .field {
    display: grid;
    gap: 2px;
  }
  .muted {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    min-block-size: 44px;
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
    max-inline-size: 32em;
    min-block-size: 44px;
  }
  .day .check {
    flex: 1 0 7.5em;
  }
  .times {
    display: flex;
    gap: 6px;
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
    min-block-size: 32px;
  }
  input[type='checkbox'] {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--_accent);
  }
  parvis-notice {
    margin-block: 12px;
  }
`;
