// All that the loader needs of core. It imports this file as a whole, so that nothing else is kept for its sake.
import { FollowController } from '../controllers/follow-controller.js';

export { configureParvis } from './default-client.js';
export { holdQueues } from './operation-queue.js';

const whenIdle = (act: () => void) => void (window.requestIdleCallback ?? setTimeout)(act);

whenIdle(() => {
  import('../page/follow-page.js').then(
    ({ followPage }) => followPage(),
    () => {},
  );
});

// Until a widget shows something, nobody needs the code of events. It listens by itself then.
FollowController.onChange = (controller) => {
  if (!controller.topic()) return;
  whenIdle(() => void import('../events/start.js').then(({ start }) => start()));
};
