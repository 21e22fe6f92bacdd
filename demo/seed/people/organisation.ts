import type { Origin } from './first-names.ts';

/** A place where the company works. */
export interface Site {
  name: string;
  /** How many of a hundred people work there. */
  share: number;
  /** What titles are written in. */
  language: 'fr' | 'en';
  languages: readonly string[];
  /** How often names of an origin are met there. */
  origins: Partial<Record<Origin, number>>;
  /** A phone number whose x are digits: ranges that regulators keep for fiction. */
  phone: string;
}

/** A title for men and for women, in French, then in English. */
type Title = [masculine: string, feminine: string, english: string];

export interface Department {
  name: string;
  share: number;
  head: Title;
  lead: Title;
  titles: readonly Title[];
  expertise: readonly string[];
}

/** France's mobile numbers for fiction serve where a country keeps none. */
const MOBILE = '+33 6 39 98 xx xx';

export const sites: readonly Site[] = [
  { name: 'Douai', share: 21, language: 'fr', languages: ['fr'], origins: { french: 70, maghrebi: 14, polish: 10, portuguese: 3, african: 3 }, phone: '+33 3 53 01 xx xx' },
  { name: 'Lyon', share: 19, language: 'fr', languages: ['fr'], origins: { french: 74, maghrebi: 14, portuguese: 5, african: 4, asian: 3 }, phone: '+33 4 65 71 xx xx' },
  { name: 'Nantes', share: 11, language: 'fr', languages: ['fr'], origins: { french: 87, african: 5, maghrebi: 5, asian: 3 }, phone: '+33 2 61 91 xx xx' },
  { name: 'Toulouse', share: 11, language: 'fr', languages: ['fr'], origins: { french: 76, maghrebi: 9, portuguese: 8, african: 4, asian: 3 }, phone: '+33 5 36 49 xx xx' },
  { name: 'Paris', share: 6, language: 'fr', languages: ['fr', 'en'], origins: { french: 66, maghrebi: 14, african: 10, asian: 6, portuguese: 4 }, phone: '+33 1 99 00 1x xx' },
  { name: 'Gent', share: 7, language: 'en', languages: ['nl', 'en'], origins: { flemish: 88, maghrebi: 8, african: 4 }, phone: MOBILE },
  { name: 'Manchester', share: 8, language: 'en', languages: ['en'], origins: { english: 84, asian: 10, african: 3, polish: 3 }, phone: '+44 161 496 0xxx' },
  { name: 'Montréal', share: 7, language: 'fr', languages: ['fr', 'en'], origins: { french: 72, english: 14, asian: 8, maghrebi: 6 }, phone: '+1 514 555 01xx' },
  { name: 'Porto', share: 4, language: 'en', languages: ['pt', 'en'], origins: { portuguese: 97, african: 3 }, phone: MOBILE },
  { name: 'Kraków', share: 4, language: 'en', languages: ['pl', 'en'], origins: { polish: 100 }, phone: MOBILE },
  { name: 'Casablanca', share: 2, language: 'fr', languages: ['ar', 'fr'], origins: { maghrebi: 97, french: 3 }, phone: MOBILE },
]; // prettier-ignore

/** Whoever leads a site. */
export const siteHead: Title = ['Directeur du site', 'Directrice du site', 'Site director'];

const list = (text: string): string[] => text.split(', ');

/** `titles` reads "Soudeur/Soudeuse/Welder, …". */
function department(
  name: string,
  share: number,
  head: string,
  lead: string,
  titles: string,
  expertise: string,
): Department {
  const title = (text: string) => text.split('/') as Title;
  return {
    name,
    share,
    head: title(head),
    lead: title(lead),
    titles: list(titles).map(title),
    expertise: list(expertise),
  };
}

export const departments: readonly Department[] = [
  department(
    'Production', 27,
    'Responsable de production/Responsable de production/Production manager',
    'Chef d’équipe/Cheffe d’équipe/Team leader',
    'Monteur/Monteuse/Fitter, Soudeur/Soudeuse/Welder, Conducteur de ligne/Conductrice de ligne/Line operator, Opérateur de fonderie/Opératrice de fonderie/Foundry operator, Usineur/Usineuse/Machinist, Peintre industriel/Peintre industrielle/Industrial painter, Régleur/Régleuse/Setter, Ajusteur/Ajusteuse/Bench fitter',
    'montage, soudage TIG, soudage MIG, usinage 5 axes, fonderie, peinture poudre, lean, 5S, réglages, tutorat, moulage, ébavurage',
  ),
  department(
    'Logistique', 11,
    'Responsable logistique/Responsable logistique/Logistics manager',
    'Chef de quai/Cheffe de quai/Dock supervisor',
    'Cariste/Cariste/Forklift driver, Préparateur de commandes/Préparatrice de commandes/Order picker, Approvisionneur/Approvisionneuse/Supply planner, Magasinier/Magasinière/Warehouse operative, Gestionnaire de stock/Gestionnaire de stock/Stock controller',
    'quais, caristes, inventaire, douane, transport, emballage, matières dangereuses, kanban, WMS',
  ),
  department(
    'Maintenance', 7,
    'Responsable maintenance/Responsable maintenance/Maintenance manager',
    'Chef d’atelier/Cheffe d’atelier/Workshop supervisor',
    'Technicien de maintenance/Technicienne de maintenance/Maintenance technician, Électromécanicien/Électromécanicienne/Electromechanic, Automaticien/Automaticienne/Controls technician, Hydraulicien/Hydraulicienne/Hydraulics technician',
    'automates, variateurs, hydraulique, pneumatique, GMAO, vibrations, thermographie, robots',
  ),
  department(
    'Qualité', 6,
    'Responsable qualité/Responsable qualité/Quality manager',
    'Coordinateur qualité/Coordinatrice qualité/Quality lead',
    'Ingénieur qualité/Ingénieure qualité/Quality engineer, Contrôleur/Contrôleuse/Inspector, Métrologue/Métrologue/Metrologist, Auditeur/Auditrice/Auditor',
    'AMDEC, plans de contrôle, étalonnage, ISO 9001, audits, dérogations, SPC, métallurgie',
  ),
  department(
    'Bureau d’études', 8,
    'Directeur des études/Directrice des études/Head of engineering',
    'Chef de projet/Cheffe de projet/Project lead',
    'Ingénieur d’études/Ingénieure d’études/Design engineer, Dessinateur-projeteur/Dessinatrice-projeteuse/CAD designer, Ingénieur calcul/Ingénieure calcul/Simulation engineer, Ingénieur électronique/Ingénieure électronique/Electronics engineer, Ingénieur matériaux/Ingénieure matériaux/Materials engineer',
    'CAO, simulation, éléments finis, tolérances, capteurs, électronique, brevets, matériaux, hydraulique',
  ),
  department(
    'Industrialisation', 5,
    'Responsable industrialisation/Responsable industrialisation/Industrialisation manager',
    'Chef de projet industriel/Cheffe de projet industriel/Industrial project lead',
    'Ingénieur méthodes/Ingénieure méthodes/Methods engineer, Roboticien/Roboticienne/Robotics engineer, Ergonome/Ergonome/Ergonomist',
    'implantation, robotique, ergonomie, chronométrage, jumeau numérique, gammes, fabrication additive',
  ),
  department(
    'Essais', 3,
    'Responsable des essais/Responsable des essais/Head of testing',
    'Chef de banc/Cheffe de banc/Test bench lead',
    'Technicien d’essais/Technicienne d’essais/Test technician, Ingénieur d’essais/Ingénieure d’essais/Test engineer',
    'endurance, vibrations, acoustique, étanchéité, instrumentation, climatique',
  ),
  department(
    'Achats', 4,
    'Directeur des achats/Directrice des achats/Head of procurement',
    'Responsable de famille d’achats/Responsable de famille d’achats/Category manager',
    'Acheteur/Acheteuse/Buyer, Acheteur projets/Acheteuse projets/Project buyer, Gestionnaire fournisseurs/Gestionnaire fournisseurs/Supplier manager',
    'fonte, inox, négociation, contrats, sourcing, appels d’offres, plasturgie',
  ),
  department(
    'Commerce', 6,
    'Directeur commercial/Directrice commerciale/Sales director',
    'Responsable de secteur/Responsable de secteur/Area sales manager',
    'Commercial/Commerciale/Sales representative, Chargé d’affaires/Chargée d’affaires/Account manager, Chef de produit/Cheffe de produit/Product manager, Assistant commercial/Assistante commerciale/Sales assistant',
    'appels d’offres, export, tarifs, salons, CRM, Amérique du Nord, distribution',
  ),
  department(
    'Service client', 6,
    'Responsable du service client/Responsable du service client/Head of customer service',
    'Chef d’équipe service client/Cheffe d’équipe service client/Customer service lead',
    'Conseiller client/Conseillère client/Customer adviser, Technicien itinérant/Technicienne itinérante/Field service engineer, Formateur technique/Formatrice technique/Technical trainer',
    'pièces détachées, garantie, mise en service, dépannage, documentation technique, réclamations',
  ),
  department(
    'Informatique', 5,
    'Directeur des systèmes d’information/Directrice des systèmes d’information/Chief information officer',
    'Responsable d’applications/Responsable d’applications/Applications lead',
    'Développeur/Développeuse/Developer, Administrateur systèmes/Administratrice systèmes/System administrator, Technicien support/Technicienne support/Support technician, Analyste de données/Analyste de données/Data analyst, Architecte réseau/Architecte réseau/Network architect',
    'wifi, téléphonie, SAP, Linux, PostgreSQL, accessibilité, cybersécurité, tableur, Python, MES',
  ),
  department(
    'Ressources humaines', 3,
    'Directeur des ressources humaines/Directrice des ressources humaines/Head of human resources',
    'Responsable RH/Responsable RH/HR business partner',
    'Gestionnaire de paie/Gestionnaire de paie/Payroll officer, Chargé de recrutement/Chargée de recrutement/Recruiter, Chargé de formation/Chargée de formation/Training officer, Assistant RH/Assistante RH/HR assistant',
    'paie, congés, mutuelle, recrutement, formation, dialogue social, mobilité, handicap',
  ),
  department(
    'Finance', 3,
    'Directeur financier/Directrice financière/Finance director',
    'Responsable comptable/Responsable comptable/Accounting lead',
    'Comptable/Comptable/Accountant, Contrôleur de gestion/Contrôleuse de gestion/Management accountant, Trésorier/Trésorière/Treasurer',
    'budget, notes de frais, consolidation, TVA, trésorerie, immobilisations',
  ),
  department(
    'Santé au travail', 2,
    'Responsable santé et sécurité/Responsable santé et sécurité/EHS manager',
    'Coordinateur sécurité/Coordinatrice sécurité/Safety coordinator',
    'Infirmier/Infirmière/Occupational nurse, Animateur sécurité/Animatrice sécurité/Safety officer, Ingénieur environnement/Ingénieure environnement/Environmental engineer',
    'premiers secours, presqu’accidents, risque chimique, habilitations, déchets, ergonomie',
  ),
  department(
    'Services généraux', 2,
    'Responsable services généraux/Responsable services généraux/Facilities manager',
    'Coordinateur de services/Coordinatrice de services/Facilities coordinator',
    'Agent d’accueil/Agente d’accueil/Receptionist, Gestionnaire de bâtiment/Gestionnaire de bâtiment/Building manager, Agent de sécurité/Agente de sécurité/Security guard',
    'navettes, travaux, restaurant, badges, salles de réunion, vélos',
  ),
  department(
    'Communication', 1,
    'Responsable communication/Responsable communication/Communications manager',
    'Rédacteur en chef/Rédactrice en chef/Managing editor',
    'Chargé de communication/Chargée de communication/Communications officer, Graphiste/Graphiste/Graphic designer, Vidéaste/Vidéaste/Videographer',
    'rédaction, événements, photo, vidéo, illustration, réseaux sociaux, intranet',
  ),
  department(
    'Juridique', 1,
    'Directeur juridique/Directrice juridique/General counsel',
    'Juriste principal/Juriste principale/Senior legal counsel',
    'Juriste/Juriste/Legal counsel, Assistant juridique/Assistante juridique/Paralegal',
    'contrats, propriété intellectuelle, RGPD, conformité, assurances',
  ),
]; // prettier-ignore
