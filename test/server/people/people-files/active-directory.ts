import { lines, type PeopleFileCase, utf8, utf8Marked, utf16, windows1252 } from './people-file-case.ts';

const quoted = (...cells: string[]) => cells.map((cell) => `"${cell}"`).join(',');
const unit = 'OU=Personnel,DC=vannes,DC=example';

export const activeDirectoryFiles: PeopleFileCase[] = [
  {
    file: 'AD: Get-ADUser | Export-Csv, with its #TYPE line',
    bytes: utf8(
      lines(
        '#TYPE Microsoft.ActiveDirectory.Management.ADUser',
        quoted('DistinguishedName', 'Enabled', 'GivenName', 'Name', 'ObjectClass', 'ObjectGUID', 'SamAccountName', 'SID', 'Surname', 'UserPrincipalName'),
        quoted(`CN=Nora Kermadec,${unit}`, 'True', 'Nora', 'Nora Kermadec', 'user', '7a1c', 'nkermadec', 'S-1-5-21-1', 'Kermadec', 'nora.kermadec@vannes.example'),
        quoted(`CN=Ivan Thorel,${unit}`, 'False', 'Ivan', 'Ivan Thorel', 'user', '7a1d', 'ithorel', 'S-1-5-21-2', 'Thorel', 'ivan.thorel@vannes.example'),
      ),
    ),
    gives: '2 2 0 0',
    says: [/3 columns are unknown and ignored: “ObjectClass”, “ObjectGUID”, “SID”/],
    people: { nkermadec: { name: 'Nora Kermadec', status: 'ACTIVE', email: null }, ithorel: { status: 'DEPARTED' } },
  },
  {
    file: 'AD: with mail, phone, office and manager by distinguished name, semicolons',
    bytes: utf8Marked(
      lines(
        'SamAccountName;DisplayName;mail;telephoneNumber;physicalDeliveryOfficeName;Title;Department;Manager;DistinguishedName;Enabled',
        `nkermadec;Nora Kermadec;nora.kermadec@vannes.example;+33 2 99 00 00 01;Vannes;Directrice;Direction;;CN=Nora Kermadec,${unit};True`,
        `"ithorel";"Ivan Thorel";"ivan.thorel@vannes.example";"+33 2 99 00 00 02";"Lorient";"Tourneur";"Atelier";"CN=Nora Kermadec,${unit}";"CN=Ivan Thorel,${unit}";"True"`,
      ),
    ),
    gives: '2 2 0 0',
    people: {
      ithorel: { phone: '+33 2 99 00 00 02', location: 'Lorient', jobTitle: 'Tourneur', manager: 'nkermadec' },
    },
  },
  {
    file: 'AD: Export-Csv -Encoding Unicode -Delimiter tab',
    bytes: utf16(lines('SamAccountName\tName\tEmailAddress', 'ogueguen\tOdile Guéguen\todile@vannes.example')),
    gives: '1 1 0 0',
    people: { ogueguen: { name: 'Odile Guéguen', email: 'odile@vannes.example' } },
  },
  {
    file: 'AD: csvde with userAccountControl 512, 514, 66050 and 0x202',
    bytes: utf8(
      lines(
        'DN,objectClass,cn,sAMAccountName,userAccountControl,mail',
        `"CN=A Un,${unit}",user,A Un,aun,512,aun@vannes.example`,
        `"CN=B Deux,${unit}",user,B Deux,bdeux,514,bdeux@vannes.example`,
        `"CN=C Trois,${unit}",user,C Trois,ctrois,66050,ctrois@vannes.example`,
        `"CN=D Quatre,${unit}",user,D Quatre,dquatre,0x202,dquatre@vannes.example`,
        `"CN=E Cinq,${unit}",user,E Cinq,ecinq,66048,ecinq@vannes.example`,
      ),
    ),
    gives: '5 5 0 0',
    says: [/1 column is unknown and ignored: “objectClass”/],
    people: {
      aun: { status: 'ACTIVE' },
      bdeux: { status: 'DEPARTED' },
      ctrois: { status: 'DEPARTED' },
      dquatre: { status: 'DEPARTED' },
      ecinq: { status: 'ACTIVE' },
    },
  },
  {
    file: 'AD: employeeID and manager by employeeID',
    bytes: utf8(
      lines(
        'employeeID,sAMAccountName,displayName,manager',
        '00417,pmarrec,Paul Marrec,00502',
        '00502,sdaniel,Sonia Daniel,',
        '00503,tleroy,Théo Leroy,99999',
      ),
    ),
    gives: '3 3 0 1',
    says: [/^4: The manager 99999 is not in the directory/],
    people: { pmarrec: { employeeNumber: '00417', manager: 'sdaniel' } },
  },
  {
    file: 'AD: manager by distinguished name in a file without that column, and by one of two of a name',
    bytes: utf8(
      lines(
        'sAMAccountName,displayName,manager',
        `a1,Anne Le Bihan,"CN=Marc Riou,${unit}"`,
        `a2,Marc Riou,"CN=Jean Prat,${unit}"`,
        'a3,Jean Prat,',
        'a4,Jean Prat,',
      ),
    ),
    gives: '4 4 0 1',
    says: [/^3: The manager CN=Jean Prat,.* matches 2 people/],
    people: { a1: { manager: 'a2' } },
  },
  {
    file: 'AD: a PowerShell export in which letters were lost',
    bytes: utf8(lines('"SamAccountName","Name"', '"rlefevre","Ren? Lef?vre"')),
    gives: '1 1 0 1',
    says: [/^2: The name “Ren\? Lef\?vre” has lost a letter: export it as UTF-8/],
  },
  {
    file: 'AD: nothing written as (null), and several mails with SMTP:',
    bytes: windows1252(
      lines(
        'samaccountname;displayname;mail;telephonenumber;title',
        'hcadic;Hervé Cadic;SMTP:herve.cadic@vannes.example;(null);(null)',
      ),
    ),
    gives: '1 1 0 0',
    says: [/not UTF-8: it was read as windows-1252, which gives words such as “Hervé”/],
    people: { hcadic: { email: 'herve.cadic@vannes.example', phone: null, jobTitle: null } },
  },
]; // prettier-ignore
