import { fold } from '../folding.ts';

/** What a column of an import may hold. */
export const importFields = [
  'handle', 'name', 'firstName', 'lastName', 'email', 'phone', 'jobTitle', 'department', 'location', 'manager',
  'expertise', 'languages', 'bio', 'avatarUrl', 'status', 'role',
] as const; // prettier-ignore
export type ImportField = (typeof importFields)[number];

/** The names by which a column is known, in English and French. Case, accents, spaces and signs do not count. */
export const headerNames: Record<ImportField, readonly string[]> = {
  handle: ['handle', 'username', 'login', 'user id', 'identifiant', 'nom d’utilisateur'],
  name: ['name', 'full name', 'display name', 'nom complet', 'nom affiché'],
  firstName: ['first name', 'given name', 'prénom'],
  lastName: ['last name', 'surname', 'family name', 'nom', 'nom de famille'],
  email: ['email', 'e-mail', 'mail', 'email address', 'courriel', 'adresse e-mail', 'adresse électronique'],
  phone: ['phone', 'telephone', 'phone number', 'mobile', 'téléphone', 'tél', 'numéro de téléphone'],
  jobTitle: ['job title', 'title', 'position', 'job', 'fonction', 'poste', 'intitulé du poste', 'titre'],
  department: ['department', 'team', 'service', 'département', 'direction'],
  location: ['location', 'site', 'office', 'city', 'lieu', 'ville', 'lieu de travail'],
  manager: ['manager', 'reports to', 'responsable', 'supérieur', 'n+1'],
  expertise: ['expertise', 'skills', 'tags', 'compétences', 'expertises'],
  languages: ['languages', 'langues'],
  bio: ['bio', 'about', 'biography', 'présentation', 'biographie'],
  avatarUrl: ['avatar', 'avatar url', 'photo', 'picture', 'photo url'],
  status: ['status', 'statut'],
  role: ['role', 'rôle'],
};

const fieldOf = new Map(
  importFields.flatMap((field) => headerNames[field].map((name): [string, ImportField] => [comparable(name), field])),
);

/**
 * Which field each column holds; null for columns that are not ours, which are left out.
 *
 * @throws {Error} when columns are missing or named twice, in words for whoever made the file.
 */
export function readHeader(header: readonly string[]): (ImportField | null)[] {
  const fields = header.map((name) => fieldOf.get(comparable(name)) ?? null);
  const present = new Set(fields);
  const twice = fields.find((field, index) => field !== null && fields.indexOf(field) !== index);
  if (twice)
    throw new Error(
      `Two columns hold the ${twice}: ${header.filter((_, index) => fields[index] === twice).join(', ')}.`,
    );
  if (!present.has('handle') && !present.has('email')) {
    throw new Error(
      `No column says who each row is: name one “handle” or “email”. The file has: ${header.join(', ')}.`,
    );
  }
  return fields;
}

function comparable(name: string): string {
  return fold(name).replace(/[^a-z0-9+]/g, '');
}
