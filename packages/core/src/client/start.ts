// All that the loader needs of core. It imports this file as a whole, so that nothing else is kept for its sake.
export { configureParvis } from './default-client.js';
export { holdQueues } from './operation-queue.js';
