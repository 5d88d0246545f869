using Governance.Storage;
using Governance.Tests.Shared;
using Governance.Tests.Workflows.Engine;
using Governance.Tests.Workflows.Engine.Properties;
using Governance.Tests.Workflows.Framework;
using Governance.Tests.Workflows.Modules.Asks;
using Governance.Tests.Workflows.Modules.Attestations;
using Governance.Tests.Workflows.Modules.Cases;
using Governance.Tests.Workflows.Modules.Clocks;
using Governance.Tests.Workflows.Modules.Definitions;
using Governance.Tests.Workflows.Modules.Escalation;
using Governance.Tests.Workflows.Modules.Meetings;
using Governance.Tests.Workflows.Modules.Notices;
using Governance.Tests.Workflows.Modules.Partnerships;
using Governance.Tests.Workflows.Modules.Policies;
using Governance.Tests.Workflows.Modules.Record;
using Governance.Tests.Workflows.Modules.Requests;
using Governance.Tests.Workflows.Modules.Retention;
using Governance.Tests.Workflows.Modules.Transfer;
using Governance.Tests.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.SqlServer;

// Every suite of storage on SQL Server, as it stands beside SQLite and PostgreSQL in its own file. Left out are HolderRaceSuite, which asks
// PostgreSQL who waits for whom, FlatReadsSuite, which reads plans, and ErasureSuite, which plants rows past every rule.

public sealed class PostgreSqlActTests : ActSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class CalendarVersionOnPostgresTests : CalendarVersionSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class PostgreSqlCascadeTests : CascadeSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerCasesTests : CasesSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class PostgreSqlChallengeLifeTests : ChallengeLifeSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class PostgreSqlClockPauseTests : ClockPauseSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class PostgreSqlConsultationTests : ConsultationSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerCrashTests : CrashSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerDefinitionLifeTests : DefinitionLifeSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerDefinitionTests : DefinitionSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class PostgreSqlDeliveryTests : DeliverySuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class PostgreSqlDigestTests : DigestSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class PostgreSqlEscalationTests : EscalationSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerFamilyTests : FamilySuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerFaultTests : FaultSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class PostgreSqlFillTests : FillSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class PostgreSqlFirstAdministratorTests : FirstAdministratorSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class PostgreSqlFrameworkChangeTests : FrameworkChangeSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class PostgreSqlGroupLifeTests : GroupLifeSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerHistoryTests : HistorySuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class PostgreSqlInboxTests : InboxSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerInstanceListTests : InstanceListSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class PostgreSqlLadderTimeTests : LadderTimeSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class PostgreSqlLibraryTests : LibrarySuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class PostgreSqlMeetingsTests : MeetingsSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerMigrationTests : MigrationSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class PostgreSqlNoticeAddressTests : NoticeAddressSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class PostgreSqlOnlyScrutinyTests : OnlyScrutinySuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);

    private protected override IReadOnlyList<string> TriggersOff =>
        SqlServerStore.WithoutTriggers(
            "Challenge",
            "ChallengeStatement",
            "ChallengeAddressee",
            "ChallengeStage",
            "ChallengeEvidence"
        );

    private protected override string EmptyList => "'[]'";

    private protected override string Yes => "1";
}

public sealed class PostgreSqlOutageTests : OutageSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class PostgreSqlPeopleReadsTests : PeopleReadsSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class PostgreSqlPeopleTests : PeopleSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class PostgreSqlPolicyLifeTests : PolicyLifeSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class PostgreSqlPolicyListTests : PolicyListSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class PostgreSqlPolicyRaceTests : PolicyRaceSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class PostgreSqlPrivateDraftTests : PrivateDraftSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class PostgreSqlRecordTests : RecordSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);

    protected override IReadOnlyList<string> TriggersOff =>
        SqlServerStore.WithoutTriggers(
            "RecordEntry",
            "RecordHead",
            "RecordPayload",
            "RecordCheckpoint"
        );
}

public sealed class SqlServerAttestationTests : AttestationSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerRequestTests : RequestSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class PostgreSqlReviewTests : ReviewSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class PostgreSqlRoundInTimeTests : RoundInTimeSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerRunnerTests : RunnerSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class RunningClocksOnPostgresTests : RunningClocksSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerSchemaTests : SchemaSuite
{
    private readonly string _connection = SqlServerStore.CreateDatabase();

    protected override DatabaseSettings Empty => new(DatabaseProvider.SqlServer, _connection);

    public override void Dispose() => SqlServerStore.DropDatabase(_connection);
}

public sealed class PostgreSqlStructureTests : StructureSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerTimerTests : TimerSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerDisposalTests : DisposalSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class PostgreSqlWrittenProcedureTests : WrittenProcedureSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class PostgreSqlExportTests : ExportSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class PostgreSqlImportTests : ImportSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}
