import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onPath } from '../services/on-path.ts';

/** A disk of a few megabytes, in memory, that can be filled and enlarged. */
export class SmallDisk {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** @throws {Error} where we have no right to mount: see `mountMissing`. */
  static mount(megabytes: number): SmallDisk {
    const folder = mkdtempSync(join(tmpdir(), 'parvis-disk-'));
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0777`, 'parvis-disk', folder], {
        stdio: ['ignore', 'ignore', 'pipe'],
      });
    } catch (error) {
      rmSync(folder, { recursive: true });
      throw error;
    }
    return new SmallDisk(folder);
  }

  /** Takes all room but so many kilobytes. */
  fill(left: number): void {
    const room = Number(/\s(\d+)\s+\d+%/.exec(execFileSync('df', ['-k', '-P', this.folder], { encoding: 'utf8' }))![1]);
    writeFileSync(join(this.folder, 'ballast'), Buffer.alloc(Math.max(0, room - left) * 1024));
  }

  /** Gives back what was filled. */
  clear(): void {
    rmSync(join(this.folder, 'ballast'), { force: true });
  }

  unmount(): void {
    // Whatever was killed may hold on to it for a moment more.
    execFileSync('umount', ['-l', this.folder]);
    rmSync(this.folder, { recursive: true });
  }
}

/** Why tests that need a small disk are skipped here; false where they can run. */
export const mountMissing: string | false = canMount() ? false : 'no right to mount a tmpfs';

function canMount(): boolean {
  try {
    SmallDisk.mount(1).unmount();
    return true;
  } catch {
    return false;
  }
}

/** Why tests that need strace are skipped here; false where they can run. */
export const straceMissing: string | false =
  onPath('strace') && spawnSync('strace', ['-e', 'trace=none', '-e', 'inject=fsync:error=EIO', 'true']).status === 0
    ? false
    : 'no strace that may trace';
