import { css } from 'lit';

export const activityWallStyles = css`
  .card {
    margin-block-start: 14px;
    padding: 16px 18px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .card:first-child {
    margin-block-start: 0;
  }
  parvis-unsent:not([hidden]) {
    margin-block-start: 14px;
  }
  * + .posts {
    margin-block-start: 14px;
  }
  section {
    margin-block-start: 14px;
  }
  parvis-post {
    content-visibility: auto;
    contain-intrinsic-size: auto 220px;
    scroll-margin-block-start: var(--parvis-scroll-margin, 80px);
  }
  /* What opens in a post may be larger than the post. */
  parvis-post:focus-within {
    content-visibility: visible;
  }
  /* On its way: words stay as easy to read. */
  parvis-post[aria-busy] {
    border-style: dashed;
  }
  parvis-post[linked] {
    border-color: color-mix(in srgb, var(--_accent) 45%, transparent);
    background: var(--_tint);
  }
  .row {
    display: flex;
    align-items: center;
    gap: var(--_gap);
    margin-block-end: 14px;
  }
  .row span {
    flex: 1;
  }
  .skeleton.composer {
    block-size: 64px;
    margin-block: 0 14px;
    border-radius: var(--_radius);
  }
  .note {
    margin: 0 0 8px;
    color: var(--_quiet);
    font-size: 0.9375em;
  }
  .sign-in {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px var(--_gap);
    margin: 0;
    padding: 12px 14px;
    border-radius: var(--_radius);
    background: var(--_wash);
  }
  .empty {
    padding: 28px 12px;
    text-align: center;
  }
  .empty b {
    font-weight: 600;
  }
  .empty p {
    max-inline-size: 36em;
    margin: 4px auto 0;
    color: var(--_quiet);
  }
  .end {
    display: grid;
    justify-items: center;
    margin-block-start: 14px;
    outline-offset: 4px;
  }
  .end:empty {
    margin: 0;
  }
  .end parvis-notice {
    inline-size: 100%;
  }
  .end p {
    margin: 0;
    color: var(--_quiet);
    font-size: 0.9375em;
  }
  /* What is printed is in no window. */
  @media print {
    parvis-post {
      content-visibility: visible;
    }
  }
  @media (max-width: 480px) {
    .card {
      padding: 14px;
    }
  }
`;
