namespace Governance.Modules.Scrutiny;

public sealed partial class ChallengeTriggers
{
    /// <summary>
    /// Here triggers come after the change and see all rows of a statement at once; what they refuse is rolled back with the act.
    /// </summary>
    public static readonly string SqlServer = $$"""
        CREATE OR ALTER TRIGGER "Challenge_no_delete" ON "Challenge" AFTER DELETE AS
        IF EXISTS (SELECT 1 FROM deleted AS x WHERE NOT {{ChallengeDisposals.IsUnderway(
            "x.\"Id\"",
            "deleted"
        )}})
        BEGIN;
            THROW 50002, 'Only the scrutiny function ends a challenge, and nobody deletes one.', 1;
        END
        GO
        CREATE OR ALTER TRIGGER "Challenge_begins_open" ON "Challenge" AFTER INSERT AS
        IF EXISTS (SELECT 1 FROM inserted WHERE "State" <> 'open' OR "LastRuling" <> 0 OR "LastStatement" <> 0)
        BEGIN;
            THROW 50002, 'A challenge begins open.', 1;
        END
        GO
        CREATE OR ALTER TRIGGER "Challenge_by_ruling" ON "Challenge" AFTER UPDATE AS
        IF EXISTS (
            SELECT 1 FROM inserted AS n LEFT JOIN deleted AS o ON o."Id" = n."Id"
            WHERE o."Id" IS NULL
                OR NOT EXISTS (
                    SELECT n."PartnershipId", n."Number", n."SubjectType", n."SubjectId", n."SubjectVersion",
                        n."SubjectHash", n."SubjectTitle", n."RaisedAt", n."RaisedBy"
                    INTERSECT
                    SELECT o."PartnershipId", o."Number", o."SubjectType", o."SubjectId", o."SubjectVersion",
                        o."SubjectHash", o."SubjectTitle", o."RaisedAt", o."RaisedBy")
                OR n."LastStatement" < o."LastStatement"
                OR (NOT EXISTS (
                        SELECT n."State", n."Seriousness", n."Question", n."Evidence", n."PublicSummary", n."Redacted",
                            n."EndedAt", n."LastRuling"
                        INTERSECT
                        SELECT o."State", o."Seriousness", o."Question", o."Evidence", o."PublicSummary", o."Redacted",
                            o."EndedAt", o."LastRuling")
                    AND (n."LastRuling" <> o."LastRuling" + 1 OR NOT EXISTS (
                        SELECT 1 FROM "ChallengeRuling" AS r
                        WHERE r."ChallengeId" = n."Id" AND r."Number" = n."LastRuling"
                            AND r."ToState" = n."State" AND r."ToSeriousness" = n."Seriousness"))))
        BEGIN;
            THROW 50002, 'A challenge changes by a ruling of the scrutiny function only.', 1;
        END
        GO
        CREATE OR ALTER TRIGGER "ChallengeRuling_by_scrutineer" ON "ChallengeRuling" AFTER INSERT AS
        IF EXISTS (
            SELECT 1 FROM inserted AS n WHERE NOT EXISTS (
                SELECT 1 FROM "Challenge" AS c JOIN "Appointment" AS a ON a."PartnershipId" = c."PartnershipId"
                WHERE c."Id" = n."ChallengeId" AND c."PartnershipId" = n."PartnershipId"
                    AND n."Number" = c."LastRuling" + 1
                    AND a."PersonId" = n."By" AND a."Role" = 'scrutineer' AND a."Status" = 'active'
                    AND a."From" <= n."On" AND (a."To" IS NULL OR a."To" >= n."On")
                    AND (a."EndedOn" IS NULL OR a."EndedOn" > n."On")))
        BEGIN;
            THROW 50002, 'A ruling on a challenge is a scrutineer''s.', 1;
        END
        GO
        CREATE OR ALTER TRIGGER "ChallengeRuling_no_change" ON "ChallengeRuling" AFTER UPDATE, DELETE AS
        IF EXISTS (SELECT 1 FROM inserted)
            OR EXISTS (SELECT 1 FROM deleted AS x WHERE NOT {{ChallengeDisposals.IsUnderway(
            "x.\"ChallengeId\""
        )}})
        BEGIN;
            THROW 50002, 'A ruling on a challenge is append-only.', 1;
        END
        GO
        CREATE OR ALTER TRIGGER "ChallengeStatement_by_whom" ON "ChallengeStatement" AFTER INSERT AS
        IF EXISTS (
            SELECT 1 FROM inserted AS n WHERE n."Kind" IN ('assessment', 'referral') AND NOT EXISTS (
                SELECT 1 FROM "Challenge" AS c JOIN "Appointment" AS a ON a."PartnershipId" = c."PartnershipId"
                WHERE c."Id" = n."ChallengeId" AND c."PartnershipId" = n."PartnershipId"
                    AND a."PersonId" = n."By" AND a."Role" = 'scrutineer' AND a."Status" = 'active'
                    AND a."From" <= n."On" AND (a."To" IS NULL OR a."To" >= n."On")
                    AND (a."EndedOn" IS NULL OR a."EndedOn" > n."On")))
        BEGIN;
            THROW 50002, 'An assessment is a scrutineer''s.', 1;
        END
        GO
        CREATE OR ALTER TRIGGER "ChallengeStatement_no_change" ON "ChallengeStatement" AFTER UPDATE, DELETE AS
        IF EXISTS (SELECT 1 FROM inserted)
            OR EXISTS (SELECT 1 FROM deleted AS x WHERE NOT {{ChallengeDisposals.IsUnderway(
            "x.\"ChallengeId\""
        )}})
        BEGIN;
            THROW 50002, 'What was said about a challenge is append-only.', 1;
        END
        GO
        CREATE OR ALTER TRIGGER "ChallengeAddressee_no_delete" ON "ChallengeAddressee" AFTER DELETE AS
        IF EXISTS (SELECT 1 FROM deleted AS x WHERE NOT {{ChallengeDisposals.IsUnderway(
            "x.\"ChallengeId\""
        )}})
        BEGIN;
            THROW 50002, 'Whom a challenge is addressed to stays on record.', 1;
        END
        GO
        CREATE OR ALTER TRIGGER "ChallengeAddressee_ends_with_it" ON "ChallengeAddressee" AFTER UPDATE AS
        IF EXISTS (
            SELECT 1 FROM inserted AS n
                LEFT JOIN deleted AS o ON o."ChallengeId" = n."ChallengeId" AND o."Seat" = n."Seat"
            WHERE o."Seat" IS NULL
                OR (n."State" = 'ended' AND o."State" <> 'ended' AND EXISTS (
                    SELECT 1 FROM "Challenge" WHERE "Id" = n."ChallengeId" AND "State" = 'open'))
                OR (n."State" = 'adequate' AND o."State" <> 'adequate' AND NOT EXISTS (
                    SELECT 1 FROM "ChallengeStatement" AS s
                    WHERE s."ChallengeId" = n."ChallengeId" AND s."Seat" = n."Seat" AND s."Kind" = 'assessment'
                        AND s."Adequate" = 1
                        AND s."Number" = (
                            SELECT MAX(t."Number") FROM "ChallengeStatement" AS t
                            WHERE t."ChallengeId" = n."ChallengeId" AND t."Seat" = n."Seat" AND t."Kind" = 'assessment'))))
        BEGIN;
            THROW 50002, 'Only the scrutiny function is satisfied by an answer.', 1;
        END
        GO
        CREATE OR ALTER TRIGGER "ChallengeEvidence_by_ruling" ON "ChallengeEvidence" AFTER INSERT AS
        IF EXISTS (
            SELECT 1 FROM inserted AS n
            WHERE n."TakenOffBy" IS NOT NULL
                OR NOT EXISTS (
                    SELECT 1 FROM "Challenge" AS c JOIN "ChallengeRuling" AS r
                        ON r."ChallengeId" = c."Id" AND r."Number" = c."LastRuling"
                    WHERE c."Id" = n."ChallengeId" AND r."Kind" = 'evidence' AND r."Number" = n."AddedBy")
                OR 1 <> (
                    SELECT COUNT(*) FROM "ChallengeEvidence" AS e
                    WHERE e."ChallengeId" = n."ChallengeId" AND (e."AddedBy" = n."AddedBy" OR e."TakenOffBy" = n."AddedBy")))
        BEGIN;
            THROW 50002, 'Evidence comes by a ruling of the scrutiny function only.', 1;
        END
        GO
        CREATE OR ALTER TRIGGER "ChallengeEvidence_stays" ON "ChallengeEvidence" AFTER UPDATE AS
        IF EXISTS (
            SELECT 1 FROM inserted AS n
                LEFT JOIN deleted AS o ON o."ChallengeId" = n."ChallengeId" AND o."Number" = n."Number"
            WHERE o."Number" IS NULL OR o."TakenOffBy" IS NOT NULL
                OR n."Hash" <> o."Hash" OR n."Name" <> o."Name" OR n."AddedBy" <> o."AddedBy"
                OR NOT EXISTS (
                    SELECT 1 FROM "Challenge" AS c JOIN "ChallengeRuling" AS r
                        ON r."ChallengeId" = c."Id" AND r."Number" = c."LastRuling"
                    WHERE c."Id" = n."ChallengeId" AND r."Kind" = 'evidence' AND r."Number" = n."TakenOffBy")
                OR 1 <> (
                    SELECT COUNT(*) FROM "ChallengeEvidence" AS e
                    WHERE e."ChallengeId" = n."ChallengeId"
                        AND (e."AddedBy" = n."TakenOffBy" OR e."TakenOffBy" = n."TakenOffBy")))
        BEGIN;
            THROW 50002, 'Evidence is taken off by a ruling of the scrutiny function only.', 1;
        END
        GO
        CREATE OR ALTER TRIGGER "ChallengeEvidence_no_delete" ON "ChallengeEvidence" AFTER DELETE AS
        IF EXISTS (SELECT 1 FROM deleted AS x WHERE NOT {{ChallengeDisposals.IsUnderway(
            "x.\"ChallengeId\""
        )}})
        BEGIN;
            THROW 50002, 'Evidence of a challenge stays on record.', 1;
        END
        GO
        CREATE OR ALTER TRIGGER "ChallengeStage_no_delete" ON "ChallengeStage" AFTER DELETE AS
        IF EXISTS (SELECT 1 FROM deleted AS x WHERE NOT {{ChallengeDisposals.IsUnderway(
            "x.\"ChallengeId\""
        )}})
        BEGIN;
            THROW 50002, 'A stage of a challenge stays on record.', 1;
        END
        """;
}
