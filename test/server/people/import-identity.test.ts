import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { newPersonDetails, type Person } from '../../../server/src/modules/people/person.ts';
import { type ImportOptions, newPerson } from '../../../server/src/modules/people/index.ts';
import { startTestServer, type TestServer } from '../../support/server/test-server.ts';

describe('whom a row of an import is about', () => {
  let server: TestServer;

  beforeEach(async () => {
    server = await startTestServer();
  });

  afterEach(() => server.close());

  async function load(rows: string[], options?: ImportOptions) {
    return server.app.services.people.import(Readable.from([Buffer.from(rows.join('\n'))]), options);
  }

  async function person(handle: string): Promise<Person | undefined> {
    return (await server.app.services.people.resolveHandles([handle])).get(handle);
  }

  /** Somebody whom a sign-in added, with a mail that nobody proved. */
  async function signedIn(handle: string, name: string, email: string | null = null): Promise<void> {
    const details = { ...newPersonDetails(handle, name), email, mailProved: email === null ? null : false };
    await server.app.services.people.add([newPerson(details)]);
  }

  const reasons = ({ problems }: Awaited<ReturnType<typeof load>>) => problems.map(({ reason }) => reason).join('\n');

  it('gives the handle of a leaver’s row to a new person, who is not the leaver', async () => {
    const header = 'handle,name,email,status,role';
    await load([header, 'm.petit,Marc Petit,m.petit@x.example,departed,admin']);
    const leaver = (await person('m.petit'))!;

    const newcomer = [header, 'm.petit,Mia Petit,mia.petit@x.example,active,'];
    const report = await load(newcomer);
    const again = await load(newcomer);

    const mia = (await person('m.petit2'))!;
    assert.deepEqual([report.added, report.refused], [1, 0]);
    assert.match(
      reasons(report),
      /m\.petit belonged to Marc Petit \(m\.petit\), who has left: Mia Petit gets m\.petit2/,
    );
    assert.deepEqual([mia.name, mia.role, mia.status], ['Mia Petit', 'EMPLOYEE', 'ACTIVE']);
    assert.notEqual(mia.id, leaver.id);
    assert.deepEqual(await person('m.petit'), leaver);
    assert.deepEqual([again.unchanged, again.problems], [1, []]);
  });

  it('gives nobody a handle that means something else, as no sign-in does', async () => {
    const header = 'handle,name,email,login';
    const rows = [
      header,
      'Everyone,Eve Ryone,eve@x.example,',
      '@me,Michel Evrard,me@x.example,',
      ',Nora Body,,nobody',
      'HERE,Heiko Rehm,,',
      'heremann,Hans Eremann,,',
    ];

    const report = await load(rows);
    const again = await load(rows);

    assert.deepEqual([report.added, report.refused], [4, 1]);
    assert.match(reasons(report), /“everyone” cannot be a handle, because it has another meaning\. It was skipped\./);
    assert.match(
      reasons(report),
      /“here” cannot be a handle.*Provide another one, or a login, email or employee number/,
    );
    for (const handle of ['everyone', 'me', 'nobody', 'here']) assert.equal(await person(handle), undefined, handle);
    const handles = { eve: 'Eve Ryone', me2: 'Michel Evrard', nobody2: 'Nora Body', heremann: 'Hans Eremann' };
    for (const [handle, name] of Object.entries(handles)) assert.equal((await person(handle))?.name, name);
    assert.deepEqual([again.added, again.unchanged, again.refused], [0, 4, 1]);
  });

  it('leaves somebody the handle that they have since before, whatever else it means', async () => {
    await signedIn('me', 'Michel Evrard');

    const report = await load(['handle,name,phone', 'me,Michel Evrard,+33 1 99 00 00 03']);

    assert.deepEqual([report.updated, report.problems], [1, []]);
    assert.equal((await person('me'))?.phone, '+33 1 99 00 00 03');
  });

  it('leaves a row out that has the handle of somebody who is still there, and another name and mail', async () => {
    await load(['handle,name,email,role', 'm.petit,Marc Petit,m.petit@x.example,admin']);

    const report = await load(['handle,name,email', 'm.petit,Mia Petit,mia.petit@x.example']);
    const said = await load(['handle,name,email', 'm.petit,Marc Duval,m.duval@x.example'], { samePerson: ['M.Petit'] });

    assert.equal(report.refused, 1);
    assert.match(reasons(report), /handle m\.petit belongs to Marc Petit.*--same-person m\.petit.*employee numbers/);
    assert.deepEqual([said.updated, said.problems], [1, []]);
    assert.equal((await person('m.petit'))?.name, 'Marc Duval');
  });

  it('knows somebody by their employee number, whatever else of them changes', async () => {
    await load(['matricule,handle,name,email', '0012,m.petit,Marie Petit,m.petit@x.example']);
    const before = (await person('m.petit'))!;

    const report = await load(['Employee ID,handle,name,email', '0012,m.durand,Marie Durand,m.durand@x.example']);
    const other = await load(['matricule,handle,name,email', '0099,m.durand,Marie Durand,m.durand@x.example']);

    assert.deepEqual([report.updated, report.problems], [1, []]);
    assert.equal((await person('m.durand'))?.id, before.id);
    assert.match(reasons(other), /handle m\.durand belongs to Marie Durand/);
    assert.equal(other.refused, 1);
  });

  it('takes somebody who comes back, or marries, for who they are', async () => {
    await load(['handle,name,email,status', 'a,Ann Roy,ann@x.example,departed', 'b,Bea Roy,bea@x.example,active']);

    const report = await load([
      'handle,name,email,status',
      'a,Ann Roy,ann.roy@x.example,active',
      'b,Bea Blanc,bea@x.example,active',
    ]);

    assert.deepEqual([report.updated, report.problems], [2, []]);
  });

  it('does not join a row to somebody who claimed its mail at a sign-in', async () => {
    await signedIn('evil', 'Eve Vil', 'ceo@x.example');

    const report = await load(['handle,name,email,role', 'ceo,Claire Pons,CEO@x.example,admin']);

    assert.deepEqual([report.added, report.updated], [1, 0]);
    assert.match(
      reasons(report),
      /CEO@x\.example belonged to Eve Vil \(evil\), who had claimed it at a sign-in.*Claire Pons’s now/,
    );
    const [evil, ceo] = [(await person('evil'))!, (await person('ceo'))!];
    assert.deepEqual([evil.role, evil.email, ceo.role, ceo.email], ['EMPLOYEE', null, 'ADMIN', 'CEO@x.example']);
  });

  it('says so in a dry run, and leaves the mail where it is', async () => {
    await signedIn('evil', 'Eve Vil', 'ceo@x.example');

    const report = await load(['email,name,role', 'ceo@x.example,Claire Pons,admin'], { dryRun: true });

    assert.match(reasons(report), /ceo@x\.example belonged to Eve Vil/);
    assert.equal((await person('evil'))?.email, 'ceo@x.example');
  });

  it('does not let a mail of which nobody kept who proved it make an administrator', async () => {
    const details = { ...newPersonDetails('evil', 'Eve Vil'), email: 'ceo@x.example', mailProved: null };
    await server.app.services.people.add([newPerson(details)]);

    const report = await load(['email,name,role', 'ceo@x.example,Claire Vil,admin']);

    assert.match(reasons(report), /ceo@x\.example belongs to Eve Vil \(evil\): Claire Vil is imported without it/);
    assert.equal((await person('evil'))?.role, 'EMPLOYEE');
  });

  it('knows those again whom an import took without the mail that they share', async () => {
    const file = ['name,email', 'Anne Un,accueil@x.example', 'Bruno Deux,accueil@x.example'];
    await load(file);

    const again = await load(file);
    const turned = await load([file[0]!, file[2]!, file[1]!]);

    assert.deepEqual([again.unchanged, again.added], [2, 0]);
    assert.deepEqual([turned.unchanged, turned.added], [2, 0]);
  });

  it('finds people by the login names of Active Directory, and gives them those', async () => {
    await signedIn('cmontagnier', 'cmontagnier');
    const file = [
      'SamAccountName,UserPrincipalName,DisplayName,mail',
      'CMontagnier,claire.montagnier@x.example,Claire Montagnier,claire@x.example',
      'ithorel,ithorel@x.example,Ivan Thorel,ivan@x.example',
    ];

    const report = await load(file);
    const again = await load(file);
    const renamed = await load(['SamAccountName,DisplayName,mail', 'ithorel,Ivan Thorel,ivan.thorel@x.example']);

    assert.deepEqual([report.added, report.updated, report.problems], [1, 1, []]);
    assert.deepEqual([again.unchanged, again.problems], [2, []]);
    assert.deepEqual([renamed.updated, renamed.added], [1, 0]);
    assert.equal((await person('cmontagnier'))?.name, 'Claire Montagnier');
    assert.equal((await person('ithorel'))?.email, 'ivan.thorel@x.example');
  });

  it('gives the login name of a leaver to the newcomer, and never that of somebody who is there', async () => {
    await load([
      'login,name,mail,status',
      'mpetit,Marc Petit,marc@x.example,departed',
      'jroy,Jo Roy,jo@x.example,active',
    ]);

    const report = await load(['login,name,mail', 'mpetit,Mia Petit,mia@x.example', 'jroy,Jan Roy,jan@x.example']);

    assert.deepEqual([report.added, report.refused], [1, 1]);
    assert.match(reasons(report), /login belongs to Jo Roy \(jroy\), and Jan Roy seems to be another person/);
    assert.equal((await person('mpetit2'))?.name, 'Mia Petit');
  });

  it('says that two people of the directory seem to be one, and how to make one of them', async () => {
    await load(['handle,name,email', 'cmontagnier,Claire Pons,', 'claire.pons,Claire Pons,claire@x.example']);

    const report = await load(['handle,name,email', 'cmontagnier,Claire Pons,claire@x.example']);

    assert.match(reasons(report), /belong to two people.*parvis people merge claire\.pons cmontagnier/);
  });

  describe('and those of whom there is no row', () => {
    const header = 'handle,name,role';
    const everybody = Array.from(
      { length: 20 },
      (_, index) => `p${index},Person No${index},${index === 19 ? 'admin' : ''}`,
    );

    beforeEach(() => load([header, ...everybody]));

    it('are counted, and stay', async () => {
      const report = await load([header, ...everybody.slice(2)]);

      assert.deepEqual([report.missing, report.departed], [2, 0]);
      assert.equal((await person('p0'))?.status, 'ACTIVE');
    });

    it('are marked as departed where that is asked for', async () => {
      const rows = [header, ...everybody.slice(2)];
      const rehearsal = await load(rows, { departMissing: { limit: 10 }, dryRun: true });
      const before = (await person('p0'))?.status;
      const report = await load(rows, { departMissing: { limit: 10 } });
      const again = await load(rows, { departMissing: { limit: 10 } });

      assert.deepEqual([rehearsal.missing, rehearsal.departed, before], [2, 2, 'ACTIVE']);
      assert.deepEqual([report.missing, report.departed, again.missing], [2, 2, 0]);
      assert.equal((await person('p1'))?.status, 'DEPARTED');
    });

    it('stay when they are too many for a file that is whole', async () => {
      const report = await load([header, ...everybody.slice(10)], { departMissing: { limit: 10 } });

      assert.deepEqual([report.missing, report.departed, report.tooManyMissing], [10, 0, true]);
      assert.match(report.notices.join(), /10 of 20 people are not in the file, 50\.0 %.*--missing-limit/);
      assert.equal((await person('p0'))?.status, 'ACTIVE');
    });

    it('are not those whose row was left out, nor an administrator', async () => {
      const rows = [header, 'p0,Person No0,,,surplus', ...everybody.slice(1, 19)];
      const report = await load(rows, { departMissing: { limit: 10 } });

      assert.deepEqual([report.refused, report.missing, report.departed], [1, 1, 0]);
      assert.match(report.notices.join(), /Administrators without a row are not marked .*p19/);
      assert.equal((await person('p0'))?.status, 'ACTIVE');
    });
  });
});
