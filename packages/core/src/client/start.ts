// All that the loader needs of core. It imports this file as a whole, so that the build keeps no other export for it.
import { fetchWhenIdle } from '../late-code/fetch-when-idle.js';

export { configureParvis } from './default-client.js';
export { holdTurn } from './turn.js';

fetchWhenIdle(() => import('../page/follow-page.js').then(({ followPage }) => followPage()));
