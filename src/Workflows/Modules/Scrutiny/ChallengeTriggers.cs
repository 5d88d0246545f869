using Governance.Storage;

namespace Governance.Modules.Scrutiny;

/// <summary>
/// Lets the database itself refuse, whoever asks, to end, hide, downgrade, rewrite or delete a challenge without the scrutiny
/// function's ruling of the next number, and to make up a ruling or an assessment by somebody who is no scrutineer that day. What was
/// said and ruled is append-only; rows go in an agreed disposal only (<see cref="ChallengeDisposals"/>). Statements that may run at every start. ADR 0013.
/// </summary>
public sealed partial class ChallengeTriggers : ISchemaPart
{
    /// <summary>
    /// The insert triggers are there for <c>INSERT OR REPLACE</c>, too, which deletes without firing delete triggers. Those that are dropped
    /// knew of no disposal.
    /// </summary>
    public static readonly string Sqlite = $$"""
        DROP TRIGGER IF EXISTS "Challenge_no_delete";
        DROP TRIGGER IF EXISTS "ChallengeRuling_no_delete";
        DROP TRIGGER IF EXISTS "ChallengeStatement_no_delete";
        DROP TRIGGER IF EXISTS "ChallengeAddressee_no_delete";
        DROP TRIGGER IF EXISTS "ChallengeEvidence_no_delete";
        DROP TRIGGER IF EXISTS "ChallengeStage_no_delete";

        CREATE TRIGGER IF NOT EXISTS "Challenge_by_disposal" BEFORE DELETE ON "Challenge"
        WHEN NOT {{ChallengeDisposals.IsUnderway("OLD.\"Id\"")}}
        BEGIN SELECT RAISE(ABORT, 'Only the scrutiny function ends a challenge, and nobody deletes one.'); END;

        CREATE TRIGGER IF NOT EXISTS "Challenge_begins_open" BEFORE INSERT ON "Challenge"
        WHEN NEW."State" <> 'open' OR NEW."LastRuling" <> 0 OR NEW."LastStatement" <> 0
            OR EXISTS (SELECT 1 FROM "Challenge" WHERE "Id" = NEW."Id"
                OR ("PartnershipId" = NEW."PartnershipId" AND "Number" = NEW."Number"))
        BEGIN SELECT RAISE(ABORT, 'A challenge begins open, and none is replaced.'); END;

        CREATE TRIGGER IF NOT EXISTS "Challenge_by_ruling" BEFORE UPDATE ON "Challenge"
        WHEN NEW."Id" <> OLD."Id" OR NEW."PartnershipId" <> OLD."PartnershipId" OR NEW."Number" <> OLD."Number"
            OR NEW."SubjectType" <> OLD."SubjectType" OR NEW."SubjectId" IS NOT OLD."SubjectId"
            OR NEW."SubjectVersion" IS NOT OLD."SubjectVersion" OR NEW."SubjectHash" IS NOT OLD."SubjectHash"
            OR NEW."SubjectTitle" <> OLD."SubjectTitle"
            OR NEW."RaisedAt" <> OLD."RaisedAt" OR NEW."RaisedBy" <> OLD."RaisedBy"
            OR NEW."LastRuling" < OLD."LastRuling" OR NEW."LastStatement" < OLD."LastStatement"
            OR ((NEW."State" <> OLD."State" OR NEW."Seriousness" <> OLD."Seriousness"
                    OR NEW."Question" <> OLD."Question" OR NEW."Evidence" IS NOT OLD."Evidence"
                    OR NEW."PublicSummary" <> OLD."PublicSummary" OR NEW."Redacted" <> OLD."Redacted"
                    OR NEW."EndedAt" IS NOT OLD."EndedAt" OR NEW."LastRuling" <> OLD."LastRuling")
                AND (NEW."LastRuling" <> OLD."LastRuling" + 1 OR NOT EXISTS (
                    SELECT 1 FROM "ChallengeRuling" AS r
                    WHERE r."ChallengeId" = NEW."Id" AND r."Number" = NEW."LastRuling"
                        AND r."ToState" = NEW."State" AND r."ToSeriousness" = NEW."Seriousness")))
        BEGIN SELECT RAISE(ABORT, 'A challenge changes by a ruling of the scrutiny function only.'); END;

        CREATE TRIGGER IF NOT EXISTS "ChallengeRuling_by_scrutineer" BEFORE INSERT ON "ChallengeRuling"
        WHEN EXISTS (SELECT 1 FROM "ChallengeRuling"
                WHERE "ChallengeId" = NEW."ChallengeId" AND "Number" = NEW."Number")
            OR NOT EXISTS (
                SELECT 1 FROM "Challenge" AS c JOIN "Appointment" AS a ON a."PartnershipId" = c."PartnershipId"
                WHERE c."Id" = NEW."ChallengeId" AND c."PartnershipId" = NEW."PartnershipId"
                    AND NEW."Number" = c."LastRuling" + 1
                    AND a."PersonId" = NEW."By" AND a."Role" = 'scrutineer' AND a."Status" = 'active'
                    AND a."From" <= NEW."On" AND (a."To" IS NULL OR a."To" >= NEW."On")
                    AND (a."EndedOn" IS NULL OR a."EndedOn" > NEW."On"))
        BEGIN SELECT RAISE(ABORT, 'A ruling on a challenge is a scrutineer''s, and none is replaced.'); END;

        CREATE TRIGGER IF NOT EXISTS "ChallengeRuling_no_update" BEFORE UPDATE ON "ChallengeRuling"
        BEGIN SELECT RAISE(ABORT, 'A ruling on a challenge is append-only.'); END;

        CREATE TRIGGER IF NOT EXISTS "ChallengeRuling_by_disposal" BEFORE DELETE ON "ChallengeRuling"
        WHEN NOT {{ChallengeDisposals.IsUnderway("OLD.\"ChallengeId\"")}}
        BEGIN SELECT RAISE(ABORT, 'A ruling on a challenge is append-only.'); END;

        CREATE TRIGGER IF NOT EXISTS "ChallengeStatement_by_whom" BEFORE INSERT ON "ChallengeStatement"
        WHEN EXISTS (SELECT 1 FROM "ChallengeStatement"
                WHERE "ChallengeId" = NEW."ChallengeId" AND "Number" = NEW."Number")
            OR (NEW."Kind" IN ('assessment', 'referral') AND NOT EXISTS (
                SELECT 1 FROM "Challenge" AS c JOIN "Appointment" AS a ON a."PartnershipId" = c."PartnershipId"
                WHERE c."Id" = NEW."ChallengeId" AND c."PartnershipId" = NEW."PartnershipId"
                    AND a."PersonId" = NEW."By" AND a."Role" = 'scrutineer' AND a."Status" = 'active'
                    AND a."From" <= NEW."On" AND (a."To" IS NULL OR a."To" >= NEW."On")
                    AND (a."EndedOn" IS NULL OR a."EndedOn" > NEW."On")))
        BEGIN SELECT RAISE(ABORT, 'An assessment is a scrutineer''s, and nothing that was said is replaced.'); END;

        CREATE TRIGGER IF NOT EXISTS "ChallengeStatement_no_update" BEFORE UPDATE ON "ChallengeStatement"
        BEGIN SELECT RAISE(ABORT, 'What was said on a challenge is append-only.'); END;

        CREATE TRIGGER IF NOT EXISTS "ChallengeStatement_by_disposal" BEFORE DELETE ON "ChallengeStatement"
        WHEN NOT {{ChallengeDisposals.IsUnderway("OLD.\"ChallengeId\"")}}
        BEGIN SELECT RAISE(ABORT, 'What was said on a challenge is append-only.'); END;

        CREATE TRIGGER IF NOT EXISTS "ChallengeAddressee_by_disposal" BEFORE DELETE ON "ChallengeAddressee"
        WHEN NOT {{ChallengeDisposals.IsUnderway("OLD.\"ChallengeId\"")}}
        BEGIN SELECT RAISE(ABORT, 'A seat that a challenge is addressed to stays so.'); END;

        CREATE TRIGGER IF NOT EXISTS "ChallengeAddressee_ends_with_it" BEFORE UPDATE ON "ChallengeAddressee"
        WHEN NEW."ChallengeId" <> OLD."ChallengeId" OR NEW."Seat" <> OLD."Seat"
            OR (NEW."State" = 'ended' AND OLD."State" <> 'ended'
                AND EXISTS (SELECT 1 FROM "Challenge" WHERE "Id" = NEW."ChallengeId" AND "State" = 'open'))
            OR (NEW."State" = 'adequate' AND OLD."State" <> 'adequate' AND NOT EXISTS (
                SELECT 1 FROM "ChallengeStatement" AS s
                WHERE s."ChallengeId" = NEW."ChallengeId" AND s."Seat" = NEW."Seat"
                    AND s."Kind" = 'assessment' AND s."Adequate"
                    AND s."Number" = (SELECT MAX(t."Number") FROM "ChallengeStatement" AS t
                        WHERE t."ChallengeId" = NEW."ChallengeId" AND t."Seat" = NEW."Seat" AND t."Kind" = 'assessment')))
        BEGIN SELECT RAISE(ABORT, 'Only the scrutiny function is satisfied by an answer.'); END;

        CREATE TRIGGER IF NOT EXISTS "ChallengeEvidence_by_ruling" BEFORE INSERT ON "ChallengeEvidence"
        WHEN NEW."TakenOffBy" IS NOT NULL
            OR EXISTS (SELECT 1 FROM "ChallengeEvidence"
                WHERE "ChallengeId" = NEW."ChallengeId" AND "Number" = NEW."Number")
            OR NOT EXISTS (
                SELECT 1 FROM "Challenge" AS c JOIN "ChallengeRuling" AS r
                    ON r."ChallengeId" = c."Id" AND r."Number" = c."LastRuling"
                WHERE c."Id" = NEW."ChallengeId" AND r."Kind" = 'evidence' AND r."Number" = NEW."AddedBy"
                    AND NOT EXISTS (SELECT 1 FROM "ChallengeEvidence" AS e WHERE e."ChallengeId" = c."Id"
                        AND (e."AddedBy" = r."Number" OR e."TakenOffBy" = r."Number")))
        BEGIN SELECT RAISE(ABORT, 'Evidence comes by a ruling of the scrutiny function only.'); END;

        CREATE TRIGGER IF NOT EXISTS "ChallengeEvidence_stays" BEFORE UPDATE ON "ChallengeEvidence"
        WHEN NEW."ChallengeId" <> OLD."ChallengeId" OR NEW."Number" <> OLD."Number" OR NEW."Hash" <> OLD."Hash"
            OR NEW."Name" <> OLD."Name" OR NEW."AddedBy" <> OLD."AddedBy" OR OLD."TakenOffBy" IS NOT NULL
            OR NOT EXISTS (
                SELECT 1 FROM "Challenge" AS c JOIN "ChallengeRuling" AS r
                    ON r."ChallengeId" = c."Id" AND r."Number" = c."LastRuling"
                WHERE c."Id" = NEW."ChallengeId" AND r."Kind" = 'evidence' AND r."Number" = NEW."TakenOffBy"
                    AND NOT EXISTS (SELECT 1 FROM "ChallengeEvidence" AS e WHERE e."ChallengeId" = c."Id"
                        AND (e."AddedBy" = r."Number" OR e."TakenOffBy" = r."Number")))
        BEGIN SELECT RAISE(ABORT, 'Evidence is taken off by a ruling of the scrutiny function only.'); END;

        CREATE TRIGGER IF NOT EXISTS "ChallengeEvidence_by_disposal" BEFORE DELETE ON "ChallengeEvidence"
        WHEN NOT {{ChallengeDisposals.IsUnderway("OLD.\"ChallengeId\"")}}
        BEGIN SELECT RAISE(ABORT, 'Evidence of a challenge stays on record.'); END;

        CREATE TRIGGER IF NOT EXISTS "ChallengeStage_by_disposal" BEFORE DELETE ON "ChallengeStage"
        WHEN NOT {{ChallengeDisposals.IsUnderway("OLD.\"ChallengeId\"")}}
        BEGIN SELECT RAISE(ABORT, 'A stage of a challenge stays on record.'); END;
        """;

    /// <summary>One host at a time makes them; triggers that are there are left alone, so that no start waits for a table.</summary>
    public static readonly string PostgreSql = $$"""
        SELECT pg_advisory_xact_lock(6962, 2);

        CREATE OR REPLACE FUNCTION challenge_refuse() RETURNS trigger LANGUAGE plpgsql AS $refuse$
        DECLARE challenge text;
        BEGIN
            IF TG_OP = 'DELETE' THEN
                challenge := COALESCE(to_jsonb(OLD) ->> 'ChallengeId', to_jsonb(OLD) ->> 'Id');
                IF {{ChallengeDisposals.IsUnderway("challenge")}} THEN
                    RETURN OLD;
                END IF;
            END IF;
            RAISE EXCEPTION 'Only the scrutiny function ends a challenge, and nothing about it is rewritten: % on "%" is refused.', TG_OP, TG_TABLE_NAME
                USING ERRCODE = 'integrity_constraint_violation';
        END $refuse$;

        CREATE OR REPLACE FUNCTION challenge_is_scrutineer(challenge text, partnership text, person text, day date)
        RETURNS boolean LANGUAGE sql STABLE AS $is$
            SELECT EXISTS (
                SELECT 1 FROM "Challenge" AS c JOIN "Appointment" AS a ON a."PartnershipId" = c."PartnershipId"
                WHERE c."Id" = challenge AND c."PartnershipId" = partnership
                    AND a."PersonId" = person AND a."Role" = 'scrutineer' AND a."Status" = 'active'
                    AND a."From" <= day AND (a."To" IS NULL OR a."To" >= day)
                    AND (a."EndedOn" IS NULL OR a."EndedOn" > day))
        $is$;

        CREATE OR REPLACE FUNCTION challenge_guard() RETURNS trigger LANGUAGE plpgsql AS $guard$
        BEGIN
            IF TG_OP = 'INSERT' THEN
                IF NEW."State" = 'open' AND NEW."LastRuling" = 0 AND NEW."LastStatement" = 0 THEN
                    RETURN NEW;
                END IF;
            ELSIF (NEW."Id", NEW."PartnershipId", NEW."Number", NEW."SubjectType", NEW."SubjectId", NEW."SubjectVersion",
                    NEW."SubjectHash", NEW."SubjectTitle", NEW."RaisedAt", NEW."RaisedBy")
                    IS NOT DISTINCT FROM
                    (OLD."Id", OLD."PartnershipId", OLD."Number", OLD."SubjectType", OLD."SubjectId", OLD."SubjectVersion",
                    OLD."SubjectHash", OLD."SubjectTitle", OLD."RaisedAt", OLD."RaisedBy")
                AND NEW."LastStatement" >= OLD."LastStatement"
                AND ((NEW."State", NEW."Seriousness", NEW."Question", NEW."Evidence", NEW."PublicSummary", NEW."Redacted",
                        NEW."EndedAt", NEW."LastRuling")
                        IS NOT DISTINCT FROM
                        (OLD."State", OLD."Seriousness", OLD."Question", OLD."Evidence", OLD."PublicSummary", OLD."Redacted",
                        OLD."EndedAt", OLD."LastRuling")
                    OR (NEW."LastRuling" = OLD."LastRuling" + 1 AND EXISTS (
                        SELECT 1 FROM "ChallengeRuling" AS r
                        WHERE r."ChallengeId" = NEW."Id" AND r."Number" = NEW."LastRuling"
                            AND r."ToState" = NEW."State" AND r."ToSeriousness" = NEW."Seriousness")))
            THEN
                RETURN NEW;
            END IF;
            RAISE EXCEPTION 'A challenge changes by a ruling of the scrutiny function only.'
                USING ERRCODE = 'integrity_constraint_violation';
        END $guard$;

        CREATE OR REPLACE FUNCTION challenge_ruling_guard() RETURNS trigger LANGUAGE plpgsql AS $guard$
        BEGIN
            IF challenge_is_scrutineer(NEW."ChallengeId", NEW."PartnershipId", NEW."By", NEW."On")
                AND NEW."Number" = (SELECT c."LastRuling" + 1 FROM "Challenge" AS c WHERE c."Id" = NEW."ChallengeId")
            THEN
                RETURN NEW;
            END IF;
            RAISE EXCEPTION 'A ruling on a challenge is a scrutineer''s.' USING ERRCODE = 'integrity_constraint_violation';
        END $guard$;

        CREATE OR REPLACE FUNCTION challenge_statement_guard() RETURNS trigger LANGUAGE plpgsql AS $guard$
        BEGIN
            IF NEW."Kind" NOT IN ('assessment', 'referral')
                OR challenge_is_scrutineer(NEW."ChallengeId", NEW."PartnershipId", NEW."By", NEW."On")
            THEN
                RETURN NEW;
            END IF;
            RAISE EXCEPTION 'An assessment is a scrutineer''s.' USING ERRCODE = 'integrity_constraint_violation';
        END $guard$;

        CREATE OR REPLACE FUNCTION challenge_addressee_guard() RETURNS trigger LANGUAGE plpgsql AS $guard$
        BEGIN
            IF NEW."ChallengeId" <> OLD."ChallengeId" OR NEW."Seat" <> OLD."Seat"
                OR (NEW."State" = 'ended' AND OLD."State" <> 'ended'
                    AND EXISTS (SELECT 1 FROM "Challenge" WHERE "Id" = NEW."ChallengeId" AND "State" = 'open'))
                OR (NEW."State" = 'adequate' AND OLD."State" <> 'adequate' AND NOT COALESCE((
                    SELECT s."Adequate" FROM "ChallengeStatement" AS s
                    WHERE s."ChallengeId" = NEW."ChallengeId" AND s."Seat" = NEW."Seat" AND s."Kind" = 'assessment'
                    ORDER BY s."Number" DESC LIMIT 1), FALSE))
            THEN
                RAISE EXCEPTION 'Only the scrutiny function is satisfied by an answer.'
                    USING ERRCODE = 'integrity_constraint_violation';
            END IF;
            RETURN NEW;
        END $guard$;

        CREATE OR REPLACE FUNCTION challenge_evidence_guard() RETURNS trigger LANGUAGE plpgsql AS $guard$
        DECLARE ruling integer;
        BEGIN
            ruling := CASE WHEN TG_OP = 'INSERT' THEN NEW."AddedBy" ELSE NEW."TakenOffBy" END;
            IF ((TG_OP = 'INSERT' AND NEW."TakenOffBy" IS NULL)
                    OR (TG_OP = 'UPDATE' AND OLD."TakenOffBy" IS NULL
                        AND (NEW."ChallengeId", NEW."Number", NEW."Hash", NEW."Name", NEW."AddedBy")
                            IS NOT DISTINCT FROM (OLD."ChallengeId", OLD."Number", OLD."Hash", OLD."Name", OLD."AddedBy")))
                AND EXISTS (
                    SELECT 1 FROM "Challenge" AS c JOIN "ChallengeRuling" AS r
                        ON r."ChallengeId" = c."Id" AND r."Number" = c."LastRuling"
                    WHERE c."Id" = NEW."ChallengeId" AND r."Kind" = 'evidence' AND r."Number" = ruling)
                AND NOT EXISTS (
                    SELECT 1 FROM "ChallengeEvidence" AS e
                    WHERE e."ChallengeId" = NEW."ChallengeId" AND (e."AddedBy" = ruling OR e."TakenOffBy" = ruling))
            THEN
                RETURN NEW;
            END IF;
            RAISE EXCEPTION 'Evidence comes and goes by a ruling of the scrutiny function only.'
                USING ERRCODE = 'integrity_constraint_violation';
        END $guard$;

        DO $make$
        DECLARE wanted record;
        BEGIN
            FOR wanted IN SELECT * FROM (VALUES
                ('Challenge', 'no_delete', 'BEFORE DELETE', 'FOR EACH ROW', 'challenge_refuse'),
                ('Challenge', 'no_truncate', 'BEFORE TRUNCATE', 'FOR EACH STATEMENT', 'challenge_refuse'),
                ('Challenge', 'by_ruling', 'BEFORE INSERT OR UPDATE', 'FOR EACH ROW', 'challenge_guard'),
                ('ChallengeRuling', 'by_scrutineer', 'BEFORE INSERT', 'FOR EACH ROW', 'challenge_ruling_guard'),
                ('ChallengeRuling', 'no_change', 'BEFORE UPDATE OR DELETE', 'FOR EACH ROW', 'challenge_refuse'),
                ('ChallengeRuling', 'no_truncate', 'BEFORE TRUNCATE', 'FOR EACH STATEMENT', 'challenge_refuse'),
                ('ChallengeStatement', 'by_whom', 'BEFORE INSERT', 'FOR EACH ROW', 'challenge_statement_guard'),
                ('ChallengeStatement', 'no_change', 'BEFORE UPDATE OR DELETE', 'FOR EACH ROW', 'challenge_refuse'),
                ('ChallengeStatement', 'no_truncate', 'BEFORE TRUNCATE', 'FOR EACH STATEMENT', 'challenge_refuse'),
                ('ChallengeAddressee', 'no_delete', 'BEFORE DELETE', 'FOR EACH ROW', 'challenge_refuse'),
                ('ChallengeAddressee', 'no_truncate', 'BEFORE TRUNCATE', 'FOR EACH STATEMENT', 'challenge_refuse'),
                ('ChallengeAddressee', 'ends_with_it', 'BEFORE UPDATE', 'FOR EACH ROW', 'challenge_addressee_guard'),
                ('ChallengeEvidence', 'by_ruling', 'BEFORE INSERT OR UPDATE', 'FOR EACH ROW', 'challenge_evidence_guard'),
                ('ChallengeEvidence', 'no_delete', 'BEFORE DELETE', 'FOR EACH ROW', 'challenge_refuse'),
                ('ChallengeEvidence', 'no_truncate', 'BEFORE TRUNCATE', 'FOR EACH STATEMENT', 'challenge_refuse'),
                ('ChallengeStage', 'no_delete', 'BEFORE DELETE', 'FOR EACH ROW', 'challenge_refuse'),
                ('ChallengeStage', 'no_truncate', 'BEFORE TRUNCATE', 'FOR EACH STATEMENT', 'challenge_refuse')
            ) AS wish(tab, rule, at, how, does)
            LOOP
                IF NOT EXISTS (
                    SELECT 1 FROM pg_trigger
                    WHERE tgrelid = to_regclass(quote_ident(wanted.tab)) AND tgname = wanted.tab || '_' || wanted.rule
                ) THEN
                    EXECUTE format('CREATE TRIGGER %I %s ON %I %s EXECUTE FUNCTION %I()',
                        wanted.tab || '_' || wanted.rule, wanted.at, wanted.tab, wanted.how, wanted.does);
                END IF;
            END LOOP;
        END $make$;
        """;

    string ISchemaPart.Sqlite => Sqlite;

    string ISchemaPart.PostgreSql => PostgreSql;

    string ISchemaPart.SqlServer => SqlServer;
}
