/** SQLITE_BUSY, READONLY, IOERR, FULL and CANTOPEN: https://sqlite.org/rescode.html */
const sqliteCodes = new Set([5, 8, 10, 13, 14]);
/** SQLITE_IOERR, CORRUPT and NOTADB. */
const sqliteDamages = new Set([10, 11, 26]);

/**
 * PostgreSQL's connection exceptions, rolled back conflicts, insufficient resources, shutdowns and starts, system errors,
 * and a read-only standby: https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const postgresCodes = /^(?:08...|40001|40P01|53...|57P0.|58...|25006)$/;
const networkCodes = /^(?:ECONN(?:REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|E(?:HOST|NET)UNREACH|ENOTFOUND|EAI_AGAIN)$/;
/** Errors of the PostgreSQL driver without a code. */
const driverMessages =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a conn)/;

/** Whether the database, its disk or the network failed, so that the same request may succeed later. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code = '' } = error as Error & { code?: string };
  const sqlite = sqliteCode(error);
  return sqlite === null
    ? postgresCodes.test(code) || networkCodes.test(code) || driverMessages.test(error.message)
    : sqliteCodes.has(sqlite);
}

/** Whether SQLite's cached view of its file may be wrong until the file is reopened. */
export function isDamage(error: unknown): boolean {
  return sqliteDamages.has(sqliteCode(error) ?? 0);
}

/** The primary result code; null if the error does not come from SQLite. */
function sqliteCode(error: unknown): number | null {
  const { code, errcode = 0 } = error as { code?: string; errcode?: number };
  return code === 'ERR_SQLITE_ERROR' ? errcode & 0xff : null;
}
