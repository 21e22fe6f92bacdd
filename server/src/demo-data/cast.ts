import type { Role } from '../platform/viewer.ts';

/** Somebody with a part in the demo's conversations: an invented person, known by name. */
export interface CastMember {
  handle: string;
  name: string;
  jobTitle: string;
  department: string;
  location: string;
  /** The manager's handle; null at the top. */
  manager: string | null;
  expertise: readonly string[];
  languages: readonly string[];
  bio?: string;
  role?: Role;
  departed?: true;
}

type Row = [
  handle: string,
  name: string,
  jobTitle: string,
  department: string,
  location: string,
  manager: string | null,
];
type More = Partial<Pick<CastMember, 'bio' | 'role' | 'departed' | 'languages'>>;

const member = (row: Row, expertise: string, more: More = {}): CastMember => ({
  handle: row[0],
  name: row[1],
  jobTitle: row[2],
  department: row[3],
  location: row[4],
  manager: row[5],
  expertise: expertise.split(', '),
  languages: ['fr'],
  ...more,
});

const bilingual = ['fr', 'en'];

/** The people who speak in the demo, managers before those they manage. */
export const cast: readonly CastMember[] = [
  member(
    ['claire.montagnier', 'Claire Montagnier', 'Directrice générale', 'Direction', 'Lyon', null],
    'stratégie, eau',
    {
      languages: bilingual,
      bio: 'Entrée au bureau d’études en 1998. Je lis tout, je réponds presque à tout.',
    },
  ),

  member(
    [
      'ines.carpentier',
      'Inès Carpentier',
      'Responsable de la communication interne',
      'Communication',
      'Lyon',
      'claire.montagnier',
    ],
    'rédaction, événements, intranet',
    {
      role: 'COMMUNICATOR',
      languages: ['fr', 'en', 'es'],
      bio: 'Le Fil, c’est vous qui l’écrivez. Moi, je mets les virgules.',
    },
  ),
  member(
    ['lea.fontaine', 'Léa Fontaine', 'Chargée de communication', 'Communication', 'Lyon', 'ines.carpentier'],
    'photo, vidéo, réseaux sociaux',
    { role: 'COMMUNICATOR' },
  ),
  member(
    ['emma.rousseau', 'Emma Rousseau', 'Stagiaire communication', 'Communication', 'Lyon', 'ines.carpentier'],
    'illustration',
    {
      bio: 'Arrivée lundi. Si vous me voyez chercher la salle B 204, c’est normal.',
    },
  ),

  member(
    [
      'sophie.arnaud',
      'Sophie Arnaud',
      'Directrice des ressources humaines',
      'Ressources humaines',
      'Lyon',
      'claire.montagnier',
    ],
    'dialogue social, formation',
  ),
  member(
    ['amelie.girard', 'Amélie Girard', 'Gestionnaire de paie', 'Ressources humaines', 'Lyon', 'sophie.arnaud'],
    'paie, congés, mutuelle',
  ),
  member(
    ['mehdi.cherif', 'Mehdi Chérif', 'Contrôleur de gestion', 'Finance', 'Lyon', 'claire.montagnier'],
    'budget, tableur, notes de frais',
  ),
  member(
    [
      'antoine.perrin',
      'Antoine Perrin',
      'Responsable de la sécurité informatique',
      'Informatique',
      'Lyon',
      'claire.montagnier',
    ],
    'mots de passe, hameçonnage',
    { role: 'ADMIN', languages: bilingual },
  ),
  member(
    ['julien.roche', 'Julien Roche', 'Technicien support', 'Informatique', 'Lyon', 'antoine.perrin'],
    'wifi, imprimantes, téléphonie',
    {
      bio: 'Avez-vous essayé d’éteindre et de rallumer ? Non, vraiment ?',
    },
  ),
  member(
    ['stephane.lefevre', 'Stéphane Lefèvre', 'Acheteur matières', 'Achats', 'Lyon', 'claire.montagnier'],
    'fonte, inox, négociation',
  ),
  member(
    ['olivier.blanc', 'Olivier Blanc', 'Responsable énergie', 'Industrialisation', 'Lyon', 'claire.montagnier'],
    'chaleur fatale, chauffage, mesures',
  ),

  member(
    ['veronique.dumoulin', 'Véronique Dumoulin', 'Directrice du site', 'Direction', 'Douai', 'claire.montagnier'],
    'pilotage, sécurité',
  ),
  member(
    ['karim.haddad', 'Karim Haddad', 'Chef de projet ligne 4', 'Industrialisation', 'Douai', 'veronique.dumoulin'],
    'implantation, robotique, ergonomie',
    { languages: bilingual },
  ),
  member(
    ['fatou.ndiaye', 'Fatou Ndiaye', 'Responsable de production', 'Production', 'Douai', 'veronique.dumoulin'],
    'ordonnancement, polyvalence',
  ),
  member(
    ['sandrine.pruvost', 'Sandrine Pruvost', 'Monteuse, équipe du matin', 'Production', 'Douai', 'fatou.ndiaye'],
    'montage, tutorat',
  ),
  member(
    ['didier.caron', 'Didier Caron', 'Conducteur de ligne', 'Production', 'Douai', 'fatou.ndiaye'],
    'ligne 3, ligne 4, réglages',
  ),
  member(
    ['luc.vasseur', 'Luc Vasseur', 'Soudeur, élu au CSE', 'Production', 'Douai', 'fatou.ndiaye'],
    'soudage TIG, CSE',
  ),
  member(
    ['nadia.benali', 'Nadia Benali', 'Cheffe d’équipe logistique', 'Logistique', 'Douai', 'veronique.dumoulin'],
    'quais, caristes, inventaire',
  ),
  member(
    [
      'paul.lefevre',
      'Paul Lefèvre',
      'Responsable services généraux',
      'Services généraux',
      'Douai',
      'veronique.dumoulin',
    ],
    'navettes, travaux, restaurant',
  ),
  member(
    ['gilles.morel', 'Gilles Morel', 'Responsable maintenance', 'Maintenance', 'Douai', 'veronique.dumoulin'],
    'hydraulique, ligne 3',
    { departed: true },
  ),
  member(
    ['hugo.masson', 'Hugo Masson', 'Technicien de maintenance', 'Maintenance', 'Douai', 'veronique.dumoulin'],
    'automates, variateurs',
  ),
  member(
    ['yanis.meziane', 'Yanis Meziane', 'Alternant maintenance', 'Maintenance', 'Douai', 'hugo.masson'],
    'impression 3D',
  ),
  member(
    ['brigitte.leclercq', 'Brigitte Leclercq', 'Infirmière', 'Santé au travail', 'Douai', 'sophie.arnaud'],
    'premiers secours, ergonomie',
  ),
  member(
    ['chloe.lefebvre', 'Chloé Lefebvre', 'Ingénieure qualité', 'Qualité', 'Douai', 'veronique.dumoulin'],
    'AMDEC, plans de contrôle, Aster',
    { languages: bilingual },
  ),
  member(
    ['marc.delattre', 'Marc Delattre', 'Métrologue', 'Qualité', 'Douai', 'chloe.lefebvre'],
    'étalonnage, tridimensionnel, incertitudes',
  ),
  member(
    ['awa.diallo', 'Awa Diallo', 'Ingénieure qualité fournisseurs', 'Qualité', 'Douai', 'chloe.lefebvre'],
    'fonderie, audits, dérogations',
    { languages: bilingual },
  ),
  member(
    ['thomas.wojcik', 'Thomas Wójcik', 'Contrôleur final', 'Qualité', 'Douai', 'chloe.lefebvre'],
    'bancs d’essai, vibrations',
    { languages: ['fr', 'pl'] },
  ),

  member(
    ['gwenaelle.lebras', 'Gwenaëlle Le Bras', 'Ingénieure d’études', 'Bureau d’études', 'Nantes', 'claire.montagnier'],
    'hydraulique, simulation, Aster',
    { languages: bilingual },
  ),
  member(
    ['erwan.kerdoncuff', 'Erwan Kerdoncuff', 'Dessinateur-projeteur', 'Bureau d’études', 'Nantes', 'gwenaelle.lebras'],
    'CAO, tolérances',
  ),
  member(
    ['camille.delmas', 'Camille Delmas', 'Ingénieure électronique', 'Bureau d’études', 'Toulouse', 'claire.montagnier'],
    'capteurs, cartes, compatibilité électromagnétique',
    { languages: bilingual },
  ),
  member(
    ['samuel.costes', 'Samuel Costes', 'Responsable essais', 'Essais', 'Toulouse', 'camille.delmas'],
    'endurance, vibrations, rugby',
  ),

  member(
    ['pieter.vandamme', 'Pieter Van Damme', 'Warehouse manager', 'Logistique', 'Gent', 'claire.montagnier'],
    'warehouse, customs, forklifts',
    { languages: ['nl', 'en', 'fr'] },
  ),
  member(
    ['lotte.claes', 'Lotte Claes', 'Transport planner', 'Logistique', 'Gent', 'pieter.vandamme'],
    'transport, dangerous goods',
    { languages: ['nl', 'en', 'fr'] },
  ),
  member(
    ['james.okafor', 'James Okafor', 'EHS manager', 'Santé au travail', 'Manchester', 'claire.montagnier'],
    'safety, near misses, training',
    { languages: ['en'] },
  ),
  member(
    ['priya.nair', 'Priya Nair', 'Production supervisor', 'Production', 'Manchester', 'james.okafor'],
    'scheduling, lean',
    { languages: ['en', 'ml'] },
  ),
  member(
    ['tom.hargreaves', 'Tom Hargreaves', 'Fitter, late shift', 'Production', 'Manchester', 'priya.nair'],
    'seals, alignment, tea',
    { languages: ['en'] },
  ),
  member(
    [
      'sarah.whitfield',
      'Sarah Whitfield',
      'Customer service lead',
      'Service client',
      'Manchester',
      'claire.montagnier',
    ],
    'spare parts, warranty',
    { languages: bilingual },
  ),
  member(
    ['helen.bradshaw', 'Helen Bradshaw', 'Packing bench lead', 'Logistique', 'Manchester', 'priya.nair'],
    'packing',
    { languages: ['en'], departed: true },
  ),
  member(
    ['marie-eve.tremblay', 'Marie-Ève Tremblay', 'Directrice commerciale', 'Commerce', 'Montréal', 'claire.montagnier'],
    'Amérique du Nord, appels d’offres',
    { languages: bilingual },
  ),
  member(
    ['david.chen', 'David Chen', 'Field service engineer', 'Service client', 'Montréal', 'marie-eve.tremblay'],
    'commissioning, cold weather',
    { languages: ['en', 'fr', 'zh'] },
  ),
];
