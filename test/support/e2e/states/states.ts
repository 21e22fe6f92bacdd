import { activityWallStates } from './activity-wall-states.ts';
import { bellStates } from './bell-states.ts';
import { commentThreadStates } from './comment-thread-states.ts';
import { followButtonStates } from './follow-button-states.ts';
import { groupListStates, groupStates } from './group-states.ts';
import { likeButtonStates } from './like-button-states.ts';
import { peopleFinderStates } from './people-finder-states.ts';
import { pollStates } from './poll-states.ts';
import { notificationSettingsStates } from './notification-settings-states.ts';
import { type State, statesOf } from './state.ts';
import { unsentStates } from './unsent-states.ts';

const providerStates = statesOf('provider', {
  'dark and French within a page that is neither': (stage) =>
    stage.open(`<parvis-provider theme="dark" locale="fr">
      <section style="background: #15171c; color: #e7e9ec; padding: 16px">
        <parvis-like-button subject="${stage.newKey()}"></parvis-like-button>
        <parvis-comment-thread subject="/articles/ligne-4-douai/"></parvis-comment-thread>
      </section>
    </parvis-provider>`),
});

/** Every state of every widget. */
export const states: readonly State[] = [
  ...likeButtonStates,
  ...followButtonStates,
  ...bellStates,
  ...notificationSettingsStates,
  ...commentThreadStates,
  ...activityWallStates,
  ...pollStates,
  ...peopleFinderStates,
  ...groupStates,
  ...groupListStates,
  ...providerStates,
  ...unsentStates,
];
