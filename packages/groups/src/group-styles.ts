import { css } from 'lit';

export const groupStyles = css`
  .sr {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .head {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    overflow: clip;
  }
  /* Where the focus is put for those who listen; nothing here to press. */
  .head:focus {
    outline: none;
  }
  .cover {
    block-size: 64px;
    background: var(
      --parvis-group-cover,
      linear-gradient(
        100deg,
        light-dark(color-mix(in srgb, var(--_accent) 25%, #12324a), color-mix(in srgb, var(--_accent) 12%, #0e2233)),
        light-dark(color-mix(in srgb, var(--_accent) 35%, #3b7f9f), color-mix(in srgb, var(--_accent) 22%, #1e4a66))
      )
    );
  }
  .in {
    padding: 16px 20px 18px;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 10px 16px;
  }
  .titles {
    flex: 1 1 15em;
    min-inline-size: 0;
  }
  .name {
    font-size: 1.5em;
    font-weight: 700;
    line-height: 1.2;
    text-wrap: balance;
  }
  p {
    margin: 0;
  }
  .facts {
    display: flex;
    gap: 6px;
    margin-block-start: 4px;
    color: var(--_quiet);
    font-size: 0.875em;
  }
  .facts svg {
    margin-block-start: 0.15em;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  parvis-follow-button:not(:defined) {
    inline-size: 96px;
    block-size: 34px;
  }
  .faces {
    --parvis-avatar-size: 30px;
    gap: 0;
    padding: 2px;
  }
  .faces parvis-avatar {
    border-radius: 50%;
    box-shadow: 0 0 0 2px var(--_surface);
  }
  .faces parvis-avatar + parvis-avatar {
    margin-inline-start: -5px;
  }
  .more {
    padding: 4px;
  }
  .more svg {
    stroke-width: 2.6;
  }
  .purpose {
    margin-block-start: 12px;
    white-space: pre-line;
  }
  .role {
    display: inline-block;
    margin-block-start: 12px;
    padding: 1px 10px;
    border-radius: 999px;
    background: var(--_wash);
    color: var(--_quiet);
    font-size: 0.8125em;
  }
  .quiet {
    margin-block-start: 12px;
    color: var(--_quiet);
    font-size: 0.9375em;
  }
  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-block-start: 14px;
    padding: 8px 14px;
    border-radius: var(--_radius);
    background: var(--_tint);
    font-size: 0.9375em;
  }
  .note span {
    flex: 1 1 14em;
  }
  parvis-notice {
    margin-block-start: 14px;
  }
  parvis-group-panel {
    margin-block-start: 14px;
  }
  .head ~ parvis-activity-wall,
  .head ~ .channels {
    margin-block-start: 18px;
  }
  .channels {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .channels button {
    min-block-size: 36px;
    padding-inline: 14px;
    color: inherit;
    font-size: 0.9375em;
  }
  .channels [aria-current] {
    background: var(--_tint);
    color: var(--_accent);
    font-weight: 600;
  }
  .channels .divide,
  .channels .closed {
    color: var(--_quiet);
  }
  .head ~ .channels + parvis-activity-wall,
  .channels + parvis-activity-wall {
    margin-block-start: 12px;
  }
  .missing {
    display: grid;
    justify-items: center;
    gap: 8px;
    padding: 28px 12px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    text-align: center;
  }
  .missing b {
    font-weight: 600;
  }
  .missing p {
    color: var(--_quiet);
  }
  .skeleton.title {
    inline-size: 50%;
    block-size: 24px;
  }
  @media (max-width: 480px) {
    .in {
      padding: 14px;
    }
  }
  @media print {
    .cover {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .role,
    .note {
      border: 1px solid;
    }
  }
`;
