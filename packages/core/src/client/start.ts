// All that the loader needs of core. It imports this file as a whole, so that the build keeps no other export for it.
import { FollowController } from '../controllers/follow-controller.js';
import { fetchWhenIdle } from '../late-code/fetch-when-idle.js';

export { configureParvis } from './default-client.js';
export { holdTurn } from './turn.js';

fetchWhenIdle(() => import('../page/follow-page.js').then(({ followPage }) => followPage()));

// The code for events is loaded once a widget has shown something; it then listens by itself.
FollowController.onChange = (controller) => {
  if (!controller.topic()) return;
  fetchWhenIdle(() => import('../events/start.js').then(({ start }) => start()));
};
