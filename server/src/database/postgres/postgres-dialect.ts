import {
  type ColumnDefinitionNode,
  type Kysely,
  type MigrationLockOptions,
  PostgresAdapter,
  PostgresDialect,
  PostgresQueryCompiler,
  RawNode,
  sql,
} from 'kysely';
import { statementTimeout } from './statement-timeout.ts';

/** Kysely's PostgreSQL dialect, adapted to behave like the embedded database. */
export class ParvisPostgresDialect extends PostgresDialect {
  override createQueryCompiler(): PostgresQueryCompiler {
    return new BytewiseTextCompiler();
  }

  override createAdapter(): PostgresAdapter {
    return new PatientAdapter();
  }
}

/** Text columns are sorted by their bytes, as in SQLite, whatever the language of the database. */
class BytewiseTextCompiler extends PostgresQueryCompiler {
  protected override visitColumnDefinition(node: ColumnDefinitionNode): void {
    const isText =
      node.dataType.kind === 'DataTypeNode' && (node.dataType as { dataType?: string }).dataType === 'text';
    super.visitColumnDefinition(isText ? { ...node, dataType: RawNode.createWithSql('text collate "C"') } : node);
  }
}

/** Migrations wait for those of another node, and may take longer than any request. */
class PatientAdapter extends PostgresAdapter {
  override async acquireMigrationLock(db: Kysely<any>, options: MigrationLockOptions): Promise<void> {
    await sql`set statement_timeout = 0`.execute(db);
    await super.acquireMigrationLock(db, options);
  }

  override async releaseMigrationLock(db: Kysely<any>, options: MigrationLockOptions): Promise<void> {
    await super.releaseMigrationLock(db, options);
    await sql`set statement_timeout = ${sql.lit(statementTimeout)}`.execute(db);
  }
}
