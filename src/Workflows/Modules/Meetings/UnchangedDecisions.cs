using Governance.Storage;

namespace Governance.Modules.Meetings;

/// <summary>Lets the database itself refuse to change or delete a decision, whoever asks. Statements that may run at every start.</summary>
public sealed class UnchangedDecisions : ISchemaPart
{
    public string Sqlite =>
        """
            CREATE TRIGGER IF NOT EXISTS "Decision_no_update" BEFORE UPDATE ON "Decision"
            BEGIN SELECT RAISE(ABORT, 'A decision never changes; a later one may supersede it.'); END;

            CREATE TRIGGER IF NOT EXISTS "Decision_no_delete" BEFORE DELETE ON "Decision"
            BEGIN SELECT RAISE(ABORT, 'A decision never goes away; a later one may supersede it.'); END;
            """;

    public string PostgreSql =>
        """
            SELECT pg_advisory_xact_lock(6962, 2);

            CREATE OR REPLACE FUNCTION decision_unchanged() RETURNS trigger LANGUAGE plpgsql AS $refuse$
            BEGIN
                RAISE EXCEPTION 'A decision never changes: % is refused.', TG_OP
                    USING ERRCODE = 'integrity_constraint_violation';
            END $refuse$;

            DO $make$
            BEGIN
                IF NOT EXISTS (
                    SELECT 1 FROM pg_trigger
                    WHERE tgrelid = to_regclass(quote_ident('Decision')) AND tgname = 'Decision_no_change'
                ) THEN
                    CREATE TRIGGER "Decision_no_change" BEFORE UPDATE OR DELETE ON "Decision"
                        FOR EACH ROW EXECUTE FUNCTION decision_unchanged();
                END IF;
            END $make$;
            """;

    public string SqlServer =>
        """
            CREATE OR ALTER TRIGGER "Decision_no_change" ON "Decision" AFTER UPDATE, DELETE AS
            IF EXISTS (SELECT 1 FROM deleted)
            BEGIN;
                THROW 50003, 'A decision never changes; a later one may supersede it.', 1;
            END
            """;
}
