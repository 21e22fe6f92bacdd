// All that the loader needs of core. It imports this file as a whole, so that nothing else is kept for its sake.
import { FollowController } from '../controllers/follow-controller.js';
import { fetchWhenIdle } from '../late-code/fetch-when-idle.js';

export { configureParvis } from './default-client.js';
export { holdTurn } from './turn.js';

fetchWhenIdle(() => import('../page/follow-page.js').then(({ followPage }) => followPage()));

// Until a widget shows something, nobody needs the code of events. It listens by itself then.
FollowController.onChange = (controller) => {
  if (!controller.topic()) return;
  fetchWhenIdle(() => import('../events/start.js').then(({ start }) => start()));
};
