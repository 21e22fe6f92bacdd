import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';

const support = fileURLToPath(new URL('../support/', import.meta.url));
const isLinux = process.platform === 'linux' && process.arch === 'x64' ? false : 'npm has no Chromium for this machine';

/** Where a run of the tests with these sources finds what it needs. */
function found(sources: string): Record<'chromium' | 'postgres' | 'nginx' | 'shell', string | null> {
  const script = `
    const { findChromium } = await import('./browser/find-chromium.ts');
    const { findPostgres } = await import('./services/postgres-programs.ts');
    const { findNginx } = await import('./services/nginx.ts');
    const { onPath } = await import('./services/on-path.ts');
    console.log(JSON.stringify({
      chromium: (await findChromium()).executablePath,
      postgres: findPostgres(),
      nginx: (await findNginx())?.path ?? null,
      shell: onPath('sh') ?? null,
    }));`;
  const answer = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: support,
    encoding: 'utf8',
    env: { ...process.env, PARVIS_TEST_PROGRAMS: sources, CHROME_PATH: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return JSON.parse(answer) as ReturnType<typeof found>;
}

it('tests on a machine that has nothing take what npm brought, and nothing else', { skip: isLinux }, () => {
  const { chromium, postgres, nginx, shell } = found('npm');

  assert.ok(chromium?.startsWith(tmpdir()), chromium!);
  assert.ok(postgres?.startsWith(tmpdir()), postgres!);
  assert.equal(nginx, null);
  assert.equal(shell, null);
});

it('a source of programs that there is not is refused', () => {
  assert.throws(
    () => found('npm,docker'),
    /PARVIS_TEST_PROGRAMS is a list of installed, npm, debian, but has "docker"/,
  );
});
