/** The fields that a column of an import can contain. */
export const importFields = [
  'employeeNumber', 'handle', 'loginName', 'userPrincipalName', 'email', 'name', 'firstName', 'lastName', 'phone',
  'jobTitle', 'department', 'location', 'manager', 'distinguishedName', 'expertise', 'languages', 'bio', 'avatarUrl',
  'status', 'enabled', 'userAccountControl', 'role', 'kind',
] as const; // prettier-ignore
export type ImportField = (typeof importFields)[number];

/**
 * The names of each field's columns, in English and French, and as exported by Microsoft, Workday and others. Case,
 * accents, spaces and signs do not matter. If a file has several columns of one field, the first non-empty cell in this
 * order is used.
 */
export const headerNames: Record<ImportField, readonly string[]> = {
  employeeNumber: [
    'employee number', 'employee ID', 'worker ID', 'personnel number', 'matricule', 'numéro de matricule',
    'n° matricule', 'matricule salarié', 'matricule RH',
  ],
  handle: ['handle'],
  loginName: ['login', 'login name', 'username', 'user id', 'SamAccountName', 'identifiant', 'nom d’utilisateur', 'compte'],
  userPrincipalName: ['user principal name', 'UPN'],
  email: [
    'email', 'e-mail', 'mail', 'email address', 'work email', 'email - work', 'business email', 'primary SMTP address',
    'courriel', 'adresse e-mail', 'adresse mail', 'adresse électronique', 'adresse courriel', 'adresse de messagerie',
    'mail professionnel', 'e-mail professionnel', 'mél',
  ],
  name: [
    'display name', 'full name', 'name', 'preferred name', 'employee name', 'worker', 'common name', 'cn',
    'nom complet', 'nom affiché', 'nom et prénom', 'nom prénom', 'prénom et nom', 'prénom nom',
  ],
  firstName: ['first name', 'given name', 'preferred first name', 'legal first name', 'legal name - first name', 'prénom'],
  lastName: [
    'last name', 'surname', 'sn', 'family name', 'preferred last name', 'legal last name', 'legal name - last name',
    'nom', 'nom de famille', 'nom d’usage',
  ],
  phone: [
    'phone', 'telephone', 'telephone number', 'phone number', 'office phone', 'work phone', 'business phone',
    'business phones', 'téléphone', 'tél', 'numéro de téléphone', 'téléphone professionnel', 'téléphone fixe',
    'ligne directe', 'mobile', 'mobile phone', 'téléphone mobile', 'téléphone portable', 'portable',
  ],
  jobTitle: [
    'job title', 'title', 'position', 'job', 'business title', 'fonction', 'poste', 'intitulé du poste',
    'intitulé de poste', 'titre', 'emploi',
  ],
  department: [
    'department', 'team', 'service', 'département', 'équipe', 'supervisory organization', 'unité', 'division',
    'direction',
  ],
  location: [
    'location', 'site', 'office', 'office location', 'physical delivery office name', 'work location', 'lieu de travail',
    'lieu', 'établissement', 'city', 'ville', 'bureau',
  ],
  manager: [
    'manager ID', 'manager employee ID', 'matricule du responsable', 'matricule manager', 'manager', 'manager email',
    'reports to', 'line manager', 'responsable', 'responsable hiérarchique', 'supérieur', 'supérieur hiérarchique', 'n+1',
  ],
  distinguishedName: ['distinguished name', 'DN'],
  expertise: ['expertise', 'skills', 'tags', 'compétences', 'expertises'],
  languages: ['languages', 'langues'],
  bio: ['bio', 'about', 'biography', 'présentation', 'biographie'],
  avatarUrl: ['avatar', 'avatar url', 'photo', 'picture', 'photo url'],
  status: ['status', 'worker status', 'employment status', 'statut', 'situation'],
  enabled: ['enabled', 'account enabled', 'active', 'actif', 'compte actif', 'compte activé'],
  userAccountControl: ['user account control'],
  role: ['role', 'rôle'],
  kind: ['kind', 'person type', 'worker type', 'type de personne', 'type de collaborateur'],
}; // prettier-ignore
