import {
  lines,
  macRoman,
  type PeopleFileCase,
  utf8,
  utf8Marked,
  utf16,
  utf16be,
  windows1252,
} from './people-file-case.ts';

const french = lines(
  'Matricule;Nom;Prénom;Adresse mail;Téléphone;Service;Direction;Responsable',
  '0012;LE GOFF;Hélène;helene.legoff@dinan.example;02 99 00 00 06;Paie;Ressources humaines;',
  '0013;MORVAN;Loïc;loic.morvan@dinan.example;;;Production;Hélène LE GOFF',
);
const frenchPeople: PeopleFileCase['people'] = {
  'helene.legoff': { name: 'Hélène LE GOFF', department: 'Paie', employeeNumber: '0012' },
  'loic.morvan': { name: 'Loïc MORVAN', department: 'Production', manager: 'helene.legoff' },
};

export const spreadsheetFiles: PeopleFileCase[] = [
  {
    file: 'Excel, French: “CSV (séparateur : point-virgule)”, windows-1252',
    bytes: windows1252(french),
    gives: '2 2 0 0',
    says: [/read as windows-1252, which gives words such as “Prénom”, “Téléphone”, “Hélène”, “Loïc”.*--encoding/],
    people: frenchPeople,
  },
  {
    file: 'Excel, French: the same with --encoding latin1',
    bytes: windows1252(french),
    options: { encoding: 'latin1' },
    gives: '2 2 0 0',
    people: frenchPeople,
  },
  { file: 'Excel, French: “CSV UTF-8”', bytes: utf8Marked(french), gives: '2 2 0 0', people: frenchPeople },
  { file: 'Excel, French: “Texte Unicode”', bytes: utf16(french.replaceAll(';', '\t')), gives: '2 2 0 0', people: frenchPeople },
  {
    file: 'Excel for Mac, French: CSV in MacRoman',
    bytes: macRoman(french.replaceAll('\r\n', '\r')),
    gives: '2 2 0 0',
    says: [/read as macintosh, which gives words such as “Prénom”/],
    people: frenchPeople,
  },
  {
    file: 'Excel, French: typed in a DOS code page',
    bytes: Buffer.from(french.replaceAll('é', '\x82').replaceAll('è', '\x8a').replaceAll('ï', '\x8b'), 'latin1'),
    gives: /not UTF-8 \(line 1\), and its encoding cannot be determined: .*--encoding/,
  },
  { file: 'Excel: sep=;', bytes: utf8(`sep=;\r\n${french}`), gives: '2 2 0 0', people: frenchPeople },
  {
    file: 'Excel: rows without their last empty cells, and with more of them than the header',
    bytes: utf8(
      lines(
        'Identifiant;Nom complet;Courriel;Site;Bio;;',
        'efloch;Erwan Floch',
        'jcolin;Julie Colin;julie@dinan.example;;;;;;',
        ';;;;;;',
        'mbiger;Maël Biger;mael@dinan.example;Dinan;;',
      ),
    ),
    gives: '3 3 0 0',
    people: { efloch: { email: null }, jcolin: { email: 'julie@dinan.example' }, mbiger: { location: 'Dinan' } },
  },
  {
    file: 'Excel: phones as ="06…", \'+33…, and destroyed as 6,12E+08',
    bytes: utf8(
      lines(
        'login;nom complet;téléphone;mobile',
        'a;Anne Un;="0612345678";',
        "b;Bruno Deux;'+33 6 12 34 56 79;",
        'c;Carole Trois;6,12E+08;06 99 00 00 01',
        'd;Denis Quatre;"=""02 99 00 00 07""";',
        'e;Emma Cinq;########;',
      ),
    ),
    gives: '5 5 0 2',
    says: [/^4: The phone “6,12E\+08” was damaged by a spreadsheet/, /^6: The phone “########”/],
    people: {
      a: { phone: '0612345678' },
      b: { phone: '+33 6 12 34 56 79' },
      c: { phone: null },
      d: { phone: '02 99 00 00 07' },
    },
  },
  {
    file: 'Excel: titles, a date and a line break in the names of columns, totals below',
    bytes: utf8(
      lines(
        'Liste du personnel;;;',
        'Édité le 28/11/2026;;;',
        ';;;',
        '"Nom\nde famille";Prénom;"Adresse\nmail";Fonction',
        'Ollivier;Gaël;gael@dinan.example;Cariste',
        'Total : 1;;;',
      ),
    ),
    gives: '2 1 1 0',
    says: [/“Liste du personnel”/, /“Édité le 28\/11\/2026”/, /^8: out: It identifies no one/],
    people: { gael: { name: 'Gaël Ollivier', jobTitle: 'Cariste' } },
  },
  {
    file: 'Excel: formulas that failed',
    bytes: utf8(
      lines('login;nom complet;service;poste', 'a;Anne Un;#REF!;#N/A', 'b;Bruno Deux;#NOM ?;Soudeur'),
    ),
    gives: '2 2 0 2',
    says: [/^2: The department “#REF!” was damaged by a spreadsheet/, /^3: The department “#NOM \?”/],
    people: { a: { department: null, jobTitle: null }, b: { jobTitle: 'Soudeur' } },
  },
  {
    file: 'LibreOffice: UTF-16 without its mark, big end first',
    bytes: utf16be(french),
    gives: '2 2 0 0',
    people: frenchPeople,
  },
  {
    file: 'Numbers: the table’s name above, accents apart from their letters, cells at the end of rows',
    bytes: utf8(
      `Tableau 1,,,,\nNom complet,E-mail,Téléphone,,\n${'Zoé Bézier'.normalize('NFD')},zoe@dinan.example,02\u00a099\u202f00 00\u00a008,,\n`,
    ),
    gives: '1 1 0 0',
    says: [/“Tableau 1”/],
    people: { zoe: { name: 'Zoé Bézier', phone: '02 99 00 00 08' } },
  },
  {
    file: 'Numbers: saved as .numbers and called .csv',
    bytes: Buffer.from('PK\x03\x04\x14\x00\x00\x00Index/Document.iwa\x00\x00', 'latin1'),
    gives: /is a workbook \(Excel, Numbers, LibreOffice\), not CSV/,
  },
]; // prettier-ignore
