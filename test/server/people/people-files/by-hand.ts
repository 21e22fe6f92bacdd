import { lines, type PeopleFileCase, utf8, windows1252 } from './people-file-case.ts';

export const filesByHand: PeopleFileCase[] = [
  {
    file: 'by hand: quotes in the middle of a name',
    bytes: utf8(lines('login,name,title', 'jd,Jean "Jeannot" Dupré,"Chef, atelier"')),
    gives: '1 1 0 0',
    people: { jd: { name: 'Jean "Jeannot" Dupré', jobTitle: 'Chef, atelier' } },
  },
  {
    file: 'by hand: a quote forgotten, until the next one',
    bytes: utf8(lines('login,name', 'a,"Anne', 'b,Bruno', 'c,Carole', 'd,Denis', 'e,Emma"', 'f,Fabien')),
    gives: '2 1 1 0',
    says: [/^2: out: The name spans 5 lines: a quote is missing/],
    people: { f: { name: 'Fabien' } },
  },
  {
    file: 'by hand: a quote that never ends',
    bytes: utf8(lines('login,name', 'a,Anne', 'b,"Bruno')),
    gives: /cannot be read: .*quote/i,
  },
  {
    file: 'by hand: mails as mailto:, with names, several, with a typing error',
    bytes: utf8(
      lines(
        'login;name;mail',
        'a;Anne Un;mailto:anne@pont.example',
        'b;Bruno Deux;Bruno Deux <bruno@pont.example>',
        'c;Carole Trois;carole@pont.example; carole@home.example'.replace('; carole', ', carole'),
        'd;Denis Quatre;denis pont.example',
        'e;Emma Cinq;emma cinq@pont.example',
      ),
    ),
    gives: '5 5 0 3',
    says: [/^4: Of the email addresses .* the first is used/, /^5: “denis pont\.example” is not an email/, /^6: “emma cinq@pont\.example” is not an email/],
    people: {
      a: { email: 'anne@pont.example' },
      b: { email: 'bruno@pont.example' },
      c: { email: 'carole@pont.example' },
      d: { email: null },
      e: { email: null },
    },
  },
  {
    file: 'by hand: two people with one mail',
    bytes: utf8(lines('name;mail', 'Anne Un;accueil@pont.example', 'Bruno Deux;accueil@pont.example')),
    gives: '2 2 0 1',
    says: [/^3: The email accueil@pont\.example belongs to Anne Un \(accueil\): Bruno Deux is imported without it/],
    people: { accueil: { name: 'Anne Un' }, 'bruno.deux': { name: 'Bruno Deux', email: null } },
  },
  {
    file: 'by hand: names with letters of another alphabet, of no width, and against the direction',
    bytes: utf8(
      lines(
        'login;name',
        'a;Jeаn Dupоnt',
        'b;Cla\u200bire\u00a0Le\u00adroy',
        'c;\u202eMarc\u202c Prat',
        'd;Jeжn Durand',
        'e;PauI Riou',
        'f;Paul Riou',
      ),
    ),
    gives: '6 6 0 2',
    says: [/^5: The name “Jeжn Durand” mixes alphabets: “ж” in “Jeжn”/, /^6: The name “PauI Riou” looks like that of Paul Riou \(f\)/],
    people: { a: { name: 'Jean Dupont' }, b: { name: 'Claire Leroy' }, c: { name: 'Marc Prat' } },
  },
  {
    file: 'by hand: names of columns with typing errors',
    bytes: utf8(lines('Prenon;Nom;Adresse mial;Login', 'Zoé;Martin;zoe@pont.example;zmartin')),
    gives: '1 1 0 0',
    says: [/“Prenon” \(did you mean “prénom”\?\), “Adresse mial” \(did you mean “adresse mail”\?\)/],
    people: { zmartin: { name: 'Martin', email: null } },
  },
  {
    file: 'by hand: a comma too many in a row',
    bytes: utf8(lines('login,name,title', 'a,Anne Un,Chef, atelier', 'b,Bruno Deux,Soudeur')),
    gives: '2 1 1 0',
    says: [/^2: out: 1 cell too many \(atelier\)/],
  },
  {
    file: 'by hand: names only',
    bytes: utf8(lines('Nom;Prénom;Service', 'Martin;Zoé;Paie')),
    gives: /No column identifies people: .*--map.*The file has: Nom, Prénom, Service/,
  },
  {
    file: 'by hand: put together from two files of two encodings',
    bytes: Buffer.concat([utf8(lines('login;name', 'a;Zoé Martin')), windows1252(lines('b;Hélène Prat'))]),
    gives: /Line 2 of the file is UTF-8 and line 3 is not/,
  },
  {
    file: 'by hand: everything optional is wrong',
    bytes: utf8(
      lines(
        'login;name;mail;phone;avatar;languages;status;role;title',
        `a;Anne Un;anne;poste;ftp://x;français|klingon|pt_BR|French;dormant;chef;${'x'.repeat(201)}`,
      ),
    ),
    gives: '1 1 0 7',
    says: [/“anne” is not an email/, /“poste” is not a phone/, /“ftp:\/\/x” is not the http/, /“klingon” is not a language/, /“dormant” is not a status/, /“chef” is not a role/, /job title has 201 characters/],
    people: { a: { name: 'Anne Un', languages: ['fr', 'pt-BR'], role: 'EMPLOYEE', status: 'ACTIVE' } },
  },
  {
    file: 'by hand: pages put one below the other, a row twice, a spare login',
    bytes: utf8(
      lines('login;name', 'a;Anne Un', 'login;name', 'b;Bruno Deux', 'a;Anne Un', 'c;Null'),
    ),
    gives: '4 3 1 0',
    says: [/^5: out: Line 2 is about the same person/],
    people: { c: { name: 'Null' } },
  },
  {
    file: 'by hand: words for a terminal in cells and names of columns',
    bytes: utf8(lines('login;name;tit\u001b[31mle;\u001b]0hi\u0007x', 'a;An\u001b[2Jne Un;Sou\u009bdeuse;')),
    gives: '1 1 0 0',
    says: [/1 column is unknown/],
    people: { a: { name: 'Anne Un', jobTitle: 'Soudeuse' } },
  },
  { file: 'by hand: the names of the columns and nothing else', bytes: utf8('login;name\n'), gives: '0 0 0 0' },
  { file: 'by hand: an empty file', bytes: utf8(''), gives: /The file is empty/ },
  {
    file: 'by hand: UTF-8 that was taken for something else and saved',
    bytes: utf8(lines('login;name', 'a;ZoÃ© Martin')),
    gives: '1 1 0 1',
    says: [/^2: The name “ZoÃ© Martin” was UTF-8 and was read as another encoding/],
  },
  {
    file: 'by hand: an encoding that there is not',
    bytes: utf8(lines('login;name', 'a;Zoé Martin')),
    options: { encoding: 'latin-99' },
    gives: /“latin-99” is not an encoding: utf-8, utf-16le/,
  },
  {
    file: 'by hand: a file in which a column was pasted a second time',
    bytes: utf8('handle,Email,name,e mail,EMAIL\nzoe,zoe@x.example,Zoé,,old@x.example\n'),
    gives: /has the column “EMAIL” more than once: remove or rename/,
  },
  {
    file: 'by hand: an unknown column twice, which means nothing',
    bytes: utf8('handle,name,colour,colour\nzoe,Zoé,red,blue\n'),
    gives: '1 1 0 0',
    says: [/colour/],
  },
]; // prettier-ignore
