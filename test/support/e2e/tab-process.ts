import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';

/**
 * The id of the process that a tab of Firefox has to itself (Linux only). The browser does not say it: the tab is kept
 * busy for a moment, and the process that has worked is its own.
 */
export async function tabProcess(page: Page): Promise<number> {
  const before = ticks();
  await page.evaluate(() => {
    const end = Date.now() + 500;
    while (Date.now() < end);
  });
  const worked = [...ticks()].map(([pid, now]) => ({ pid, ticks: now - (before.get(pid) ?? now) }));
  return worked.reduce((most, other) => (other.ticks > most.ticks ? other : most)).pid;
}

const commandLine = (pid: string) => readFileSync(`/proc/${pid}/cmdline`, 'latin1').replaceAll('\0', ' ').trimEnd();

/** How long each content process of Firefox has worked. */
function ticks(): Map<number, number> {
  const read = (pid: string): [number, number][] => {
    try {
      if (!/-contentproc.* tab$/.test(commandLine(pid))) return [];
      const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
        .replace(/^.*\) /, '')
        .split(' ');
      return [[Number(pid), Number(fields[11]) + Number(fields[12])]];
    } catch {
      // It has ended meanwhile.
      return [];
    }
  };
  return new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap(read),
  );
}
