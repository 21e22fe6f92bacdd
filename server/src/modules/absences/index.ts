export type { ShownAbsence } from './absence.ts';
export type { AbsenceService } from './absence-service.ts';
