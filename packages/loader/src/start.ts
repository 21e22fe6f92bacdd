// All that the loader needs of others. It imports this file as a whole, so that the build keeps no other export for it.
import { FollowController } from '@parvis/core';
import { fetchWhenIdle } from '@parvis/core/late-code/fetch-when-idle.js';

export { configureParvis, holdTurn } from '@parvis/core/client/start.js';

// The code for events is loaded once a widget has shown something; it then listens by itself.
FollowController.onChange = (controller) => {
  if (!controller.topic()) return;
  fetchWhenIdle(() => import('./once-shown.js').then(({ start }) => start()));
};
