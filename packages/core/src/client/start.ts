// All that the loader needs of core. It imports this file as a whole, so that nothing else is kept for its sake.
import { ParvisClient } from './parvis-client.js';

export { configureParvis } from './default-client.js';
export { holdQueues } from './operation-queue.js';

// Until a widget follows something, and has shown it, nobody needs the code of events. It listens by itself then.
ParvisClient.onFollow = () => {
  (window.requestIdleCallback ?? setTimeout)(() => void import('../events/start.js').then(({ start }) => start()));
};
