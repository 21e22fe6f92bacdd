import { css } from 'lit';

/** Grey placeholders at the final height while the first response is loading, so that nothing jumps. */
export const skeletonStyles = css`
  .skeleton {
    display: block;
    block-size: 14px;
    margin-block: 5px;
    border-radius: 6px;
    background: var(--_wash);
    animation: pulse 1.6s ease-in-out infinite;
  }
  .skeleton.round {
    flex: none;
    inline-size: 40px;
    block-size: 40px;
    margin: 0;
    border-radius: 50%;
  }
  .skeleton.short {
    inline-size: 40%;
  }
  @keyframes pulse {
    50% {
      opacity: 0.5;
    }
  }
  @media (forced-colors: active) {
    .skeleton {
      border: 1px solid GrayText;
    }
  }
`;
