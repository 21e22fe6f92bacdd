import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { userInfo, tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:net';
import { freePort } from './free-port.ts';
import { onPath } from './on-path.ts';
import { Service } from './service.ts';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const daemons = '/usr/lib/postfix/sbin';

/** Why tests that need Postfix and Dovecot are skipped here; false where they can run. */
export function mailServersMissing(): string | false {
  if (userInfo().uid !== 0) return 'Postfix and Dovecot need root';
  if (!onPath('postfix') || !existsSync(`${daemons}/lmtp`)) return 'postfix is not installed';
  if (!onPath('dovecot') || !existsSync('/usr/lib/dovecot/lmtp'))
    return 'dovecot-imapd or dovecot-lmtpd is not installed';
  return false;
}

export interface Dovecot {
  service: Service;
  imapPort: number;
  lmtpPort: number;
}

/** A Dovecot of its own: every name is a mailbox, and the password is `secret`. */
export async function startDovecot(): Promise<Dovecot> {
  const folder = await openFolder('dovecot');
  const [imapPort, lmtpPort] = [await freePort(), await freePort()];
  const version = (await run('dovecot', ['--version'])).stdout;
  if (!version.startsWith('2.3.')) throw new Error(`This configuration is for Dovecot 2.3, not ${version}`);
  await mkdir(join(folder, 'mail'));
  await chown(join(folder, 'mail'), ...(await idsOf('nobody')));
  const file = join(folder, 'dovecot.conf');
  await writeFile(
    file,
    `base_dir = ${folder}/run
state_dir = ${folder}/state
protocols = imap lmtp
listen = 127.0.0.1
log_path = /dev/stderr
ssl = no
disable_plaintext_auth = no
auth_username_format = %Ln
mail_location = maildir:~/Maildir
recipient_delimiter = +
lmtp_hdr_delivery_address = original
postmaster_address = postmaster@corp.example
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=nobody gid=nogroup home=${folder}/mail/%n allow_all_users=yes
}
service imap-login {
  inet_listener imap {
    port = ${imapPort}
  }
  inet_listener imaps {
    port = 0
  }
}
service lmtp {
  inet_listener lmtp {
    address = 127.0.0.1
    port = ${lmtpPort}
  }
}
`,
  );
  const service = new Service({
    url: `imap://127.0.0.1:${imapPort}`,
    folder,
    command: [onPath('dovecot')!, '-F', '-c', file],
    endsBy: 'SIGTERM',
    answers: async () => (await listens(imapPort)) && (await listens(lmtpPort)),
  });
  await service.start();
  return { service, imapPort, lmtpPort };
}

export interface Postfix {
  service: Service;
  port: number;
  /** Tries all at once that it could not hand over. */
  flush(): Promise<void>;
}

/** A Postfix of its own that hands over each domain by LMTP to a port of this machine, and bounces all else. */
export async function startPostfix(domains: Record<string, number>): Promise<Postfix> {
  const folder = await openFolder('postfix');
  const port = await freePort();
  for (const name of ['queue', 'data']) await mkdir(join(folder, name));
  await chown(join(folder, 'data'), ...(await idsOf('postfix')));
  const routes = Object.entries(domains).map(([domain, to]) => `${domain} lmtp:inet:127.0.0.1:${to}\n`);
  await writeFile(join(folder, 'transport'), `${routes.join('')}* error:5.1.2 No such domain\n`);
  await writeFile(join(folder, 'main.cf'), mainConfiguration(folder, Object.keys(domains)));
  await writeFile(join(folder, 'master.cf'), masterConfiguration(port));
  // Makes the folders of the queue. Its own command to start leaves the master running when it is ended.
  await run(onPath('postfix')!, ['-c', folder, 'check']);
  const service = new Service({
    url: `smtp://127.0.0.1:${port}`,
    folder,
    command: [`${daemons}/master`, '-c', folder, '-d'],
    endsBy: 'SIGTERM',
    answers: () => listens(port),
  });
  await service.start();
  return {
    service,
    port,
    async flush() {
      await run(onPath('postqueue')!, ['-c', folder, '-f']);
    },
  };
}

function mainConfiguration(folder: string, domains: string[]): string {
  return `compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
daemon_directory = ${daemons}
maillog_file = /dev/stdout
myhostname = mx.corp.example
mydestination =
relay_domains = ${domains.join(' ')}
transport_maps = texthash:${folder}/transport
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_tls_security_level = none
alias_maps =
alias_database =
notify_classes =
queue_run_delay = 1s
minimal_backoff_time = 1s
maximal_backoff_time = 2s
transport_retry_time = 1s
default_destination_concurrency_failed_cohort_limit = 0
`;
}

function masterConfiguration(port: number): string {
  const row = (name: string, type: string, isPrivate: string, wake: string, most: string, command: string) =>
    [name, type, isPrivate, '-', 'n', wake, most, command].join(' ');
  const service = (name: string, command = name) => row(name, 'unix', '-', '-', '-', command);
  return [
    row(`127.0.0.1:${port}`, 'inet', 'n', '-', '-', 'smtpd'),
    row('pickup', 'unix', 'n', '60', '1', 'pickup'),
    row('cleanup', 'unix', 'n', '-', '0', 'cleanup'),
    row('qmgr', 'unix', 'n', '300', '1', 'qmgr'),
    row('postlog', 'unix-dgram', 'n', '-', '1', 'postlogd'),
    row('bounce', 'unix', '-', '-', '0', 'bounce'),
    row('defer', 'unix', '-', '-', '0', 'bounce'),
    row('trace', 'unix', '-', '-', '0', 'bounce'),
    row('flush', 'unix', 'n', '1000?', '0', 'flush'),
    row('showq', 'unix', 'n', '-', '-', 'showq'),
    row('anvil', 'unix', '-', '-', '1', 'anvil'),
    row('scache', 'unix', '-', '-', '1', 'scache'),
    service('rewrite', 'trivial-rewrite'),
    ...['proxymap', 'smtp', 'lmtp', 'error', 'discard', 'verify'].map((name) => service(name)),
    service('relay', 'smtp'),
    service('retry', 'error'),
    '',
  ].join('\n');
}

/** A folder in which the programs find their files as other users too. */
async function openFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `parvis-${name}-`));
  await chmod(folder, 0o755);
  return folder;
}

async function idsOf(user: string): Promise<[uid: number, gid: number]> {
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (what) => Number((await run('id', [what, user])).stdout)),
  );
  return [uid!, gid!];
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const end = (answers: boolean) => {
      socket.destroy();
      resolve(answers);
    };
    socket.once('connect', () => end(true)).once('error', () => end(false));
  });
}
