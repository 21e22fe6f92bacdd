import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const packed = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));

/**
 * The Chromium that npm brought, with libraries and fonts for a machine that has none. Unpacked once a version, into the
 * system's temporary folder; whole or not at all, whoever else does the same at the same time.
 */
export async function unpackChromium(): Promise<{ executablePath: string; env: Record<string, string> }> {
  const { version } = JSON.parse(await readFile(join(packed, 'package.json'), 'utf8')) as { version: string };
  const home = join(tmpdir(), `parvis-chromium-${version}`);
  if (!existsSync(home)) await unpackInto(home);

  const env: Record<string, string> = { LD_LIBRARY_PATH: join(home, 'al2023/lib') };
  if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_PATH = join(home, 'fonts');
  return { executablePath: join(home, 'chromium'), env };
}

/** In a process of its own, because the package unpacks into the temporary folder of the process and nowhere else. */
async function unpackInto(home: string): Promise<void> {
  const staging = await mkdtemp(`${home}-`);
  const script = `
    import chromium, { inflate } from '@sparticuz/chromium';
    await chromium.executablePath();
    await inflate(${JSON.stringify(join(packed, 'bin/al2023.tar.br'))});
  `;
  try {
    const env = { ...process.env, TMPDIR: staging };
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: import.meta.dirname, env });
    await rename(staging, home);
  } catch (error) {
    await rm(staging, { recursive: true });
    if (!existsSync(home)) throw error;
  }
}
