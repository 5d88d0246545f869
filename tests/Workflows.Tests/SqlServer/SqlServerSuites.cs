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
using Governance.Tests.Workflows.Modules.Search;
using Governance.Tests.Workflows.Modules.Transfer;
using Governance.Tests.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.SqlServer;

// Every suite of storage on SQL Server, as it stands beside SQLite and PostgreSQL in its own file. Left out are HolderRaceSuite, which asks
// PostgreSQL who waits for whom, FlatReadsSuite, which reads plans, and ErasureSuite, which plants rows past every rule.

public sealed class SqlServerActTests : ActSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class CalendarVersionOnSqlServerTests : CalendarVersionSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerCascadeTests : CascadeSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerCasesTests : CasesSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerChallengeLifeTests : ChallengeLifeSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerClockPauseTests : ClockPauseSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerConsultationTests : ConsultationSuite
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

public sealed class SqlServerDeliveryTests : DeliverySuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerDigestTests : DigestSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerEscalationTests : EscalationSuite
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

public sealed class SqlServerFirstAdministratorTests : FirstAdministratorSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerFrameworkChangeTests : FrameworkChangeSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerGroupLifeTests : GroupLifeSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerHistoryTests : HistorySuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerInboxTests : InboxSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerInstanceListTests : InstanceListSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerLadderTimeTests : LadderTimeSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerLibraryTests : LibrarySuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerMeetingsTests : MeetingsSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerMigrationTests : MigrationSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerNoticeAddressTests : NoticeAddressSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerOnlyScrutinyTests : OnlyScrutinySuite
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

public sealed class SqlServerOutageTests : OutageSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerPeopleReadsTests : PeopleReadsSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerPeopleTests : PeopleSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerPolicyLifeTests : PolicyLifeSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerPolicyListTests : PolicyListSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerPolicyRaceTests : PolicyRaceSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerPrivateDraftTests : PrivateDraftSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerRecordTests : RecordSuite
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

public sealed class SqlServerReviewTests : ReviewSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerRoundInTimeTests : RoundInTimeSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerRunnerTests : RunnerSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class RunningClocksOnSqlServerTests : RunningClocksSuite
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

public sealed class SqlServerStructureTests : StructureSuite
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

public sealed class SqlServerWrittenProcedureTests : WrittenProcedureSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerExportTests : ExportSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerImportTests : ImportSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}

public sealed class SqlServerSearchTests : SearchSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqlServerStore(register);
}
