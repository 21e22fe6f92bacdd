import { readdirSync, readFileSync } from 'node:fs';
import type { Service } from '../services/service.ts';

/** Kills a service with all the processes that it has started, as when a machine dies. On Linux; elsewhere itself alone. */
export async function killTree(service: Service): Promise<void> {
  const children = process.platform === 'linux' ? childrenOf(service.pid) : [];
  const killed = service.kill();
  for (const pid of children) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Gone already.
    }
  }
  await killed;
}

function childrenOf(parent: number): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => parentOf(pid) === parent).map(Number);
}

function parentOf(pid: string): number | null {
  try {
    return Number(/\) \S (\d+) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))![1]);
  } catch {
    return null;
  }
}
