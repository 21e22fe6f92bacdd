import { css } from 'lit';

export const peopleResultsStyles = css`
  [role='row'] {
    display: flex;
    align-items: center;
    padding-inline-end: 4px;
    border-radius: var(--_radius);
  }
  [role='row']:hover,
  [role='row']:focus-within {
    background: var(--_tint);
  }
  .who {
    flex: 1 1 10em;
    min-inline-size: 0;
  }
  .person {
    justify-content: start;
    gap: 12px;
    inline-size: 100%;
    padding: 8px;
    border-radius: var(--_radius);
    color: inherit;
    font-size: 1em;
    text-align: start;
  }
  .person:hover {
    background: none;
  }
  .person:focus-visible {
    outline-offset: -2px;
  }
  /* Each kind of contact has its column, also if a person has no such contact. */
  .reach {
    display: grid;
    grid-template-columns: repeat(3, minmax(32px, 1fr));
  }
  .phone {
    grid-column: 2;
  }
  .chat {
    grid-column: 3;
  }
  .text {
    flex: 1;
    min-inline-size: 0;
    line-height: 1.35;
  }
  .name {
    font-weight: 600;
  }
  mark {
    background: none;
    color: var(--_accent);
    font-weight: 600;
  }
  .tags {
    margin-block-start: 3px;
  }
  .tag {
    padding: 1px 8px;
    border-radius: 999px;
    background: var(--_wash);
    color: var(--_quiet);
    font-size: 0.8125em;
  }
  .contact {
    justify-content: center;
    padding: 4px;
  }
  .contact svg {
    color: var(--_quiet);
  }
  .contact:hover svg {
    color: var(--_accent);
  }
  :host([layout='cards']) [role='grid'] {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr));
    gap: var(--_gap);
  }
  :host([layout='cards']) [role='row'] {
    flex-wrap: wrap;
    align-content: space-between;
    padding: 8px;
    border: 1px solid var(--_line);
  }
  :host([layout='cards']) .who {
    flex-basis: 100%;
  }
  :host([layout='cards']) .person {
    --parvis-avatar-size: 52px;
    align-items: start;
  }
  @media (max-width: 400px) {
    :host([layout='list']) [role='row'] {
      flex-wrap: wrap;
    }
    :host([layout='list']) .who {
      flex-basis: 100%;
    }
    :host([layout='list']) .reach {
      margin-block: -8px 4px;
      margin-inline-start: 54px;
    }
  }
  @media (forced-colors: active) {
    mark {
      text-decoration: underline;
    }
    .tag {
      border: 1px solid;
    }
    [role='row']:focus-within {
      outline: 1px solid Highlight;
    }
  }
`;
