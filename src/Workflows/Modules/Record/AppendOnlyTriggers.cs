using Governance.Storage;

namespace Governance.Modules.Record;

/// <summary>
/// Lets the database itself refuse changes to the record, whoever asks: entries and checkpoints are neither changed nor deleted,
/// the head never goes back, a payload can be erased but not exchanged. Statements that may run at every start.
/// </summary>
public sealed class AppendOnlyTriggers : ISchemaPart
{
    /// <summary>
    /// The insert triggers are there for <c>INSERT OR REPLACE</c>, which deletes without firing delete triggers.
    /// </summary>
    public const string Sqlite = """
        CREATE TRIGGER IF NOT EXISTS "RecordEntry_no_update" BEFORE UPDATE ON "RecordEntry"
        BEGIN SELECT RAISE(ABORT, 'The record is append-only: an entry cannot be changed.'); END;

        CREATE TRIGGER IF NOT EXISTS "RecordEntry_no_delete" BEFORE DELETE ON "RecordEntry"
        BEGIN SELECT RAISE(ABORT, 'The record is append-only: an entry cannot be deleted.'); END;

        CREATE TRIGGER IF NOT EXISTS "RecordEntry_no_replace" BEFORE INSERT ON "RecordEntry"
        WHEN EXISTS (SELECT 1 FROM "RecordEntry" WHERE "PartnershipId" = NEW."PartnershipId" AND "Sequence" = NEW."Sequence")
        BEGIN SELECT RAISE(ABORT, 'The record is append-only: an entry cannot be replaced.'); END;

        CREATE TRIGGER IF NOT EXISTS "RecordHead_no_delete" BEFORE DELETE ON "RecordHead"
        BEGIN SELECT RAISE(ABORT, 'The record is append-only: its head cannot be deleted.'); END;

        CREATE TRIGGER IF NOT EXISTS "RecordHead_no_return" BEFORE UPDATE ON "RecordHead"
        WHEN NEW."Sequence" < OLD."Sequence" OR NEW."PartnershipId" <> OLD."PartnershipId"
        BEGIN SELECT RAISE(ABORT, 'The record is append-only: its head never goes back.'); END;

        CREATE TRIGGER IF NOT EXISTS "RecordHead_no_replace" BEFORE INSERT ON "RecordHead"
        WHEN EXISTS (SELECT 1 FROM "RecordHead" WHERE "PartnershipId" = NEW."PartnershipId")
        BEGIN SELECT RAISE(ABORT, 'The record is append-only: its head cannot be replaced.'); END;

        CREATE TRIGGER IF NOT EXISTS "RecordPayload_no_update" BEFORE UPDATE ON "RecordPayload"
        BEGIN SELECT RAISE(ABORT, 'A payload of the record can be erased, not changed.'); END;

        CREATE TRIGGER IF NOT EXISTS "RecordCheckpoint_no_update" BEFORE UPDATE ON "RecordCheckpoint"
        BEGIN SELECT RAISE(ABORT, 'The record is append-only: a checkpoint cannot be changed.'); END;

        CREATE TRIGGER IF NOT EXISTS "RecordCheckpoint_no_delete" BEFORE DELETE ON "RecordCheckpoint"
        BEGIN SELECT RAISE(ABORT, 'The record is append-only: a checkpoint cannot be deleted.'); END;
        """;

    /// <summary>One host at a time makes them; triggers that are there are left alone, so that no start waits for a table.</summary>
    public const string PostgreSql = """
        SELECT pg_advisory_xact_lock(6962, 1);

        CREATE OR REPLACE FUNCTION record_append_only() RETURNS trigger LANGUAGE plpgsql AS $refuse$
        BEGIN
            RAISE EXCEPTION 'The record is append-only: % on "%" is refused.', TG_OP, TG_TABLE_NAME
                USING ERRCODE = 'integrity_constraint_violation';
        END $refuse$;

        DO $make$
        DECLARE wanted record;
        BEGIN
            FOR wanted IN SELECT * FROM (VALUES
                ('RecordEntry', 'no_change', 'BEFORE UPDATE OR DELETE', 'FOR EACH ROW'),
                ('RecordEntry', 'no_truncate', 'BEFORE TRUNCATE', 'FOR EACH STATEMENT'),
                ('RecordHead', 'no_delete', 'BEFORE DELETE', 'FOR EACH ROW'),
                ('RecordHead', 'no_truncate', 'BEFORE TRUNCATE', 'FOR EACH STATEMENT'),
                ('RecordHead', 'no_return', 'BEFORE UPDATE',
                    'FOR EACH ROW WHEN (NEW."Sequence" < OLD."Sequence" OR NEW."PartnershipId" <> OLD."PartnershipId")'),
                ('RecordPayload', 'no_update', 'BEFORE UPDATE', 'FOR EACH ROW'),
                ('RecordCheckpoint', 'no_change', 'BEFORE UPDATE OR DELETE', 'FOR EACH ROW'),
                ('RecordCheckpoint', 'no_truncate', 'BEFORE TRUNCATE', 'FOR EACH STATEMENT')
            ) AS wish(tab, rule, at, how)
            LOOP
                IF NOT EXISTS (
                    SELECT 1 FROM pg_trigger
                    WHERE tgrelid = to_regclass(quote_ident(wanted.tab)) AND tgname = wanted.tab || '_' || wanted.rule
                ) THEN
                    EXECUTE format('CREATE TRIGGER %I %s ON %I %s EXECUTE FUNCTION record_append_only()',
                        wanted.tab || '_' || wanted.rule, wanted.at, wanted.tab, wanted.how);
                END IF;
            END LOOP;
        END $make$;
        """;

    /// <summary>What a trigger refuses is rolled back. Emptying a whole table is no matter of triggers here: it asks for the right to alter it.</summary>
    public const string SqlServer = """
        CREATE OR ALTER TRIGGER "RecordEntry_no_change" ON "RecordEntry" AFTER UPDATE, DELETE AS
        IF EXISTS (SELECT 1 FROM deleted)
        BEGIN;
            THROW 50001, 'The record is append-only: an entry can be neither changed nor deleted.', 1;
        END
        GO
        CREATE OR ALTER TRIGGER "RecordHead_no_delete" ON "RecordHead" AFTER DELETE AS
        IF EXISTS (SELECT 1 FROM deleted)
        BEGIN;
            THROW 50001, 'The record is append-only: its head cannot be deleted.', 1;
        END
        GO
        CREATE OR ALTER TRIGGER "RecordHead_no_return" ON "RecordHead" AFTER UPDATE AS
        IF EXISTS (
            SELECT 1 FROM inserted AS n LEFT JOIN deleted AS o ON o."PartnershipId" = n."PartnershipId"
            WHERE o."PartnershipId" IS NULL OR n."Sequence" < o."Sequence")
        BEGIN;
            THROW 50001, 'The record is append-only: its head never goes back.', 1;
        END
        GO
        CREATE OR ALTER TRIGGER "RecordPayload_no_update" ON "RecordPayload" AFTER UPDATE AS
        IF EXISTS (SELECT 1 FROM deleted)
        BEGIN;
            THROW 50001, 'A payload of the record can be erased, not changed.', 1;
        END
        GO
        CREATE OR ALTER TRIGGER "RecordCheckpoint_no_change" ON "RecordCheckpoint" AFTER UPDATE, DELETE AS
        IF EXISTS (SELECT 1 FROM deleted)
        BEGIN;
            THROW 50001, 'The record is append-only: a checkpoint can be neither changed nor deleted.', 1;
        END
        """;

    string ISchemaPart.Sqlite => Sqlite;

    string ISchemaPart.PostgreSql => PostgreSql;

    string ISchemaPart.SqlServer => SqlServer;
}
