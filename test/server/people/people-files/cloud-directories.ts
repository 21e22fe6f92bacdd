import { lines, type PeopleFileCase, utf8, utf8Marked } from './people-file-case.ts';

export const cloudDirectoryFiles: PeopleFileCase[] = [
  {
    file: 'Entra: the portal’s “Download users”',
    bytes: utf8Marked(
      lines(
        'userPrincipalName,displayName,surname,mail,givenName,id,userType,jobTitle,department,accountEnabled,usageLocation,officeLocation,city,telephoneNumber,mobilePhone',
        'lea.morin@brest.example,Léa Morin,Morin,lea.morin@brest.example,Léa,8d0,Member,Acheteuse,Achats,True,FR,,Brest,,+33 6 99 00 00 03',
        'old.timer@brest.example,Olaf Timer,Timer,old.timer@brest.example,Olaf,8d1,Member,,,False,FR,Quai 2,Brest,+33 2 99 00 00 04,',
      ),
    ),
    gives: '2 2 0 0',
    says: [/3 columns are unknown and ignored: “id”, “userType”, “usageLocation”/],
    people: {
      'lea.morin': { jobTitle: 'Acheteuse', location: 'Brest', phone: '+33 6 99 00 00 03', status: 'ACTIVE' },
      'old.timer': { location: 'Quai 2', phone: '+33 2 99 00 00 04', status: 'DEPARTED' },
    },
  },
  {
    file: 'Entra: the bulk form with its version line and names in brackets',
    bytes: utf8(
      lines(
        'version:v1.0,,,',
        'Name [displayName] Required,User name [userPrincipalName] Required,Block sign in (Yes/No) [blocked],Department [department]',
        'Léa Morin,lea.morin@brest.example,No,Achats',
      ),
    ),
    gives: '1 1 0 0',
    says: [/Skipped above the header: “version:v1\.0”/, /1 column is unknown.*Block sign in/],
    people: { 'lea.morin': { name: 'Léa Morin', department: 'Achats' } },
  },
  {
    file: 'Entra: a Graph export with phones in brackets, and a guest',
    bytes: utf8(
      lines(
        'displayName,userPrincipalName,mail,businessPhones',
        'Ada Prigent,ada@brest.example,ada@brest.example,"[""+33 2 99 00 00 05""]"',
        'Gus Guest,gus_partner.example#EXT#@brest.onmicrosoft.example,gus@partner.example,[]',
      ),
    ),
    gives: '2 2 0 1',
    says: [/^3: “\[\]” is not a phone number/],
    people: { ada: { phone: '+33 2 99 00 00 05' }, gus: { email: 'gus@partner.example', phone: null } },
  },
  {
    file: 'Workday: titles above, and the columns of a list of workers',
    bytes: utf8(
      lines(
        'All Active Workers',
        'Effective as of 28/11/2026',
        '',
        'Employee ID,Worker,Business Title,Supervisory Organization,Location,Work Email,Manager,Worker Status',
        '1001,Ines Tanguy,Head of Purchasing,Purchasing,Brest,ines.tanguy@brest.example,,Active',
        '1002,Yann Rolland,Buyer,Purchasing,Brest,yann.rolland@brest.example,Ines Tanguy,On Leave',
        '1003,Eva Salaun,Buyer,Purchasing,Quimper,eva.salaun@brest.example,Ines Tanguy,Terminated',
      ),
    ),
    gives: '3 3 0 0',
    says: [/“All Active Workers”/, /“Effective as of 28\/11\/2026”/],
    people: {
      'yann.rolland': { employeeNumber: '1002', department: 'Purchasing', manager: 'ines.tanguy', status: 'ACTIVE' },
      'eva.salaun': { status: 'DEPARTED' },
    },
  },
  {
    file: 'Workday: a report of one’s own, whose columns nobody knows',
    bytes: utf8(
      lines(
        'Employee ID,Preferred Name,Primary Work Email Address,Cost Center - Name,Grade',
        '1001,Ines Tanguy,ines.tanguy@brest.example,Purchasing,7',
      ),
    ),
    gives: '1 1 0 0',
    says: [/3 columns are unknown and ignored: “Primary Work Email Address”, “Cost Center - Name”, “Grade”\. Say what they contain with --map/],
    people: { 'ines.tanguy': { employeeNumber: '1001', email: null, department: null } },
  },
  {
    file: 'Workday: the same with --map',
    bytes: utf8(
      lines(
        'Employee ID,Preferred Name,Primary Work Email Address,Cost Center - Name,Grade',
        '1001,Ines Tanguy,ines.tanguy@brest.example,Purchasing,7',
      ),
    ),
    options: { map: ['Primary Work Email Address=email', 'cost center - name = Department', 'Grade=ignore'] },
    gives: '1 1 0 0',
    people: { 'ines.tanguy': { email: 'ines.tanguy@brest.example', department: 'Purchasing' } },
  },
  {
    file: 'Workday: --map of a column that is not there',
    bytes: utf8(lines('Employee ID,Name', '1001,Ines Tanguy')),
    options: { map: ['Work Mail=email'] },
    gives: /--map names a column that the file does not have \(workmail\)\. It has: Employee ID, Name/,
  },
  {
    file: 'Workday: --map to a field that there is not',
    bytes: utf8(lines('Employee ID,Name', '1001,Ines Tanguy')),
    options: { map: ['Name=nickname'] },
    gives: /--map "Name=nickname" is not "Their column=field"\. Fields are: employee number, handle/,
  },
  {
    file: 'Workday: an integration with | between cells and names in two columns',
    bytes: utf8(
      lines(
        'Worker ID|Legal Name - First Name|Legal Name - Last Name|Email - Work|Manager Employee ID',
        '1001|Ines|Tanguy|ines.tanguy@brest.example|',
        '1002|Yann|Rolland|yann.rolland@brest.example|1001',
      ),
    ),
    gives: '2 2 0 0',
    people: { 'yann.rolland': { name: 'Yann Rolland', employeeNumber: '1002', manager: 'ines.tanguy' } },
  },
]; // prettier-ignore
