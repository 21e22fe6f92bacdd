/** SQLITE_BUSY, READONLY, IOERR, FULL and CANTOPEN: https://sqlite.org/rescode.html */
const sqliteCodes = new Set([5, 8, 10, 13, 14]);
/** SQLITE_IOERR, CORRUPT and NOTADB. */
const sqliteDamages = new Set([10, 11, 26]);

/**
 * PostgreSQL's connection exceptions, transactions that gave way, insufficient resources, shutdowns and starts, system
 * errors, and a standby that does not write: https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const postgresCodes = /^(?:08...|40001|40P01|53...|57P0.|58...|25006)$/;
const networkCodes = /^(?:ECONN(?:REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|E(?:HOST|NET)UNREACH|ENOTFOUND|EAI_AGAIN)$/;
/** What the driver of PostgreSQL says without a code. */
const driverMessages =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a conn)/;

/** Whether a database, its disk or the way to it failed, so that the same request may succeed later. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code = '' } = error as Error & { code?: string };
  const sqlite = sqliteCode(error);
  return sqlite === null
    ? postgresCodes.test(code) || networkCodes.test(code) || driverMessages.test(error.message)
    : sqliteCodes.has(sqlite);
}

/** Whether what SQLite knows of its file may not be true any more, until it is opened anew. */
export function isDamage(error: unknown): boolean {
  return sqliteDamages.has(sqliteCode(error) ?? 0);
}

/** The primary result code; null where it does not come from SQLite. */
function sqliteCode(error: unknown): number | null {
  const { code, errcode = 0 } = error as { code?: string; errcode?: number };
  return code === 'ERR_SQLITE_ERROR' ? errcode & 0xff : null;
}
