// Copies one database to another, and kills itself as a power cut would once that many chunks are written:
// killed-copy.ts FROM TO CHUNKS
import { copyDatabase } from '../../../../server/src/database/copy/copy.ts';
import { rebuildPeopleSearch } from '../../../../server/src/modules/people/index.ts';

const [from, to, chunks] = process.argv.slice(2);
let written = 0;
const count = () => {
  written += 1;
  if (written === Number(chunks)) process.kill(process.pid, 'SIGKILL');
};
await copyDatabase({ from: from!, to: to!, rebuild: rebuildPeopleSearch, onProgress: count });
