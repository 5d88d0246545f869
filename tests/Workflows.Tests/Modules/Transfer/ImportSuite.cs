using System.Text;
using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Modules.Policies;
using Governance.Modules.Record;
using Governance.Modules.Transfer.Import;
using Governance.Storage;
using Governance.Tests.Shared;
using Governance.Tests.Workflows.Framework;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Modules.Transfer;

/// <summary>Lists come in by the rules of every act, once, and a dry run says beforehand what will become of each line.</summary>
public abstract class ImportSuite
{
    private const string Head = "tenant,object,name,email,role,seat,level,agency,from,to\n";

    /// <summary>Each line needs or meets an earlier one, or has something wrong.</summary>
    private const string Mixed =
        Head
        + "t,o-1,The first,first@x.example,practitioner,,,,01/02/2027,\n"
        + "t,o-1,The first,first@x.example,Agency Representative,,,schools TOGETHER,2027-02-01,31/12/2027\n"
        + "t,o-1,The first,first@x.example,practitioner,,,,01/02/2027,\n"
        + "t,o-2,The second,,statutory partner,police,lead,,01/02/2027,\n"
        + "t,o-3,The third,,scrutineer,,,,01/02/2027,\n"
        + "t,o-3,The third,,practitioner,,,,01/02/2027,\n"
        + "t,o-4,,,practitioner,,,,01/02/2027,\n"
        + "t,o-5,The fifth,nobody,practitioner,,,,01/02/2027,\n"
        + "t,o-6,The sixth,,captain,,,,30/02/2027,\n"
        + "t,o-7,The seventh,,agency representative,,,Nobody knows,01/02/2027,\n"
        + "t,o-8,The eighth,,practitioner,,,,01/03/2027,01/02/2027\n"
        + "t,o-9,The \"ninth\",,practitioner,,,,01/02/2027,\n"
        + "t,o-10,The tenth,,statutory partner,police,deputy,,01/02/2027,\n"
        + "tenant,object-school,Another name,,agency representative,,,schools,01/01/2027,\n";

    private protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task DryRun_SaysOfEachLineWhatTheRunDoes_AndLeavesNothing()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        long before = await world.RowsAsync();

        ImportAnswer would = await world.ImportAsync(ImportKinds.People, Mixed, isDryRun: true);

        Assert.Equal(before, await world.RowsAsync());
        ImportAnswer did = await world.ImportAsync(ImportKinds.People, Mixed);
        Assert.Equal(
            would.Lines.Select(line => (line.Line, line.Result, line.Column, line.Code)),
            did.Lines.Select(line => (line.Line, line.Result, line.Column, line.Code))
        );
        Assert.Equal(
            [
                "2 broughtIn  ",
                "3 broughtIn  ",
                "4 refused  import.twice",
                "5 refused  appointment.seat-taken",
                "6 proposed  ",
                "7 refused  appointment.scrutineer-independent",
                "8 refused name invalid",
                "9 refused email invalid",
                "10 refused role, from invalid",
                "11 refused agency invalid",
                "12 refused to invalid",
                "13 refused  import.broken-line",
                "14 broughtIn  ",
                "15 there  ",
            ],
            did.Lines.Select(line => $"{line.Line} {line.Result} {line.Column} {line.Code}")
        );
        Assert.Equal(
            (14, 4, 1, 1, 9),
            (did.Rows, did.BroughtIn, did.Proposed, did.There, did.Refused)
        );
        Assert.All(did.Lines, line => Assert.Equal(line.Result is "refused", line.Id is null));
        Assert.True((await VerifyAsync(world)).Ok);
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task DryRun_OfLinesFarApart_KnowsWhatThoseBeforeMake()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        StringBuilder csv = new(Head);
        csv.Append(
            "t,seat,The new delegate,,statutory partner,local authority,delegate,,01/01/2030,\n"
        );
        csv.Append("t,chair,Somebody,,practitioner,,,,01/01/2030,\n");
        for (int number = 0; number < 60; number++)
        {
            csv.Append($"t,p-{number},Person {number},,practitioner,,,,01/01/2030,\n");
        }

        csv.Append("t,late,Too late,,statutory partner,local authority,delegate,,01/01/2030,\n");
        csv.Append("t,chair,Somebody,,scrutineer,,,,01/01/2030,\n");
        string list = csv.ToString()
            .Replace("t,seat,", "t,seat-of-2030,", StringComparison.Ordinal);
        await EndAsync(world, "council-delegate");

        ImportAnswer would = await world.ImportAsync(ImportKinds.People, list, isDryRun: true);
        ImportAnswer did = await world.ImportAsync(ImportKinds.People, list);

        Assert.Equal("appointment.seat-taken", would.Lines[^2].Code);
        Assert.Equal("appointment.scrutineer-independent", would.Lines[^1].Code);
        Assert.Equal(
            would.Lines.Select(line => (line.Result, line.Code)),
            did.Lines.Select(line => (line.Result, line.Code))
        );
    }

    [Fact]
    public async Task Run_CutOffAndRunAgain_DoesNothingTwice()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        using CancellationTokenSource stop = new();

        ImportAnswer first = await world.ImportAsync(
            ImportKinds.People,
            Mixed,
            stop: stop.Token,
            told: line =>
            {
                if (line.Line == 6)
                {
                    stop.Cancel();
                }
            }
        );
        int entries = (await world.RecordAsync()).Length;
        ImportAnswer second = await world.ImportAsync(ImportKinds.People, Mixed);
        ImportAnswer third = await world.ImportAsync(ImportKinds.People, Mixed);

        Assert.Equal(5, first.Rows);
        Assert.Equal((1, 4), (second.BroughtIn, second.There));
        Assert.Equal((0, 5), (third.BroughtIn, third.There));
        Assert.True(entries < (await world.RecordAsync()).Length);
        await using GovernanceDb db = world.Store.Read();
        Assert.Equal(1, await db.Set<Person>().CountAsync(person => person.ObjectId == "o-1"));
        Assert.Equal(
            "The school",
            (
                await db.Set<Person>().SingleAsync(person => person.ObjectId == "object-school")
            ).DisplayName
        );
    }

    [Fact]
    public async Task Line_ThatWasRefused_IsJudgedAnewOnceWhatStoodInTheWayIsGone()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        const string list = Head + "t,o-2,The second,,statutory partner,police,lead,,02/02/2027,\n";
        Assert.Equal(1, (await world.ImportAsync(ImportKinds.People, list)).Refused);
        await EndAsync(world, "police-lead");
        world.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(1, (await world.ImportAsync(ImportKinds.People, list)).BroughtIn);
        Assert.Equal(1, (await world.ImportAsync(ImportKinds.People, list)).There);
    }

    [Theory]
    [InlineData("council-lead", RefusalKind.Forbidden)]
    [InlineData("scrutineer", RefusalKind.Forbidden)]
    [InlineData("nobody", RefusalKind.NotFound)]
    [InlineData("unit", RefusalKind.Forbidden)]
    public async Task List_OfWhoMayNotBringItInOrAProgram_IsRefusedAsAWholeAndStandsNowhere(
        string by,
        RefusalKind kind
    )
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        long before = await world.RowsAsync();

        Result<ImportSummary> came = await world
            .Store.Get<ImportList>()
            .RunAsync(
                new ImportRequest(
                    ImportKinds.People,
                    PolicyWorld.Place,
                    new ActCaller(by, IsMachine: by == "unit"),
                    false
                ),
                new MemoryStream(Encoding.UTF8.GetBytes(Mixed)),
                world.Clock.Now,
                (_, _, _) => Task.CompletedTask
            );

        Assert.Equal(kind, came.Refusal!.Kind);
        Assert.Equal(before, await world.RowsAsync());
    }

    [Fact]
    public async Task Policy_ApprovedOutside_IsADraftWithThatNoteAndNoSignature()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        const string list =
            "title,class,owner,text,approved by,approved on,evidence\n"
            + "Old text,policy,The group-chair,Keep children safe.,The old board,01/02/2026,\"Minutes, item 4\"\n"
            + "Unfounded,policy,,Text.,The old board,01/02/2026,\n"
            + "Not yet,policy,,Text.,The old board,01/02/2099,Minutes\n"
            + "Nameless,poem,Somebody,,,,\n";

        ImportAnswer did = await world.ImportAsync(ImportKinds.Policies, list);

        Assert.Equal(
            ["broughtIn ", "refused evidence", "refused approved on", "refused text, class, owner"],
            did.Lines.Select(line => $"{line.Result} {line.Column}")
        );
        PolicyAnswer policy = await world.PolicyAsync(did.Lines[0].Id!);
        Assert.Equal(
            (PolicyStates.Draft, null, null, "group-chair"),
            (policy.State, policy.PublishedVersion, policy.ReviewDate, policy.Owner.Id)
        );
        Assert.Contains(
            "Approved outside this service by The old board on 1 February 2026; evidence: Minutes, item 4. Nobody has signed it here.",
            Assert.Single(policy.Banners).Text,
            StringComparison.Ordinal
        );
        Assert.Contains("policy.approved-outside", await world.RecordAsync());
        RoundAnswer round = await world.OpenRoundAsync(policy.Id);
        await world.SignAllAsync(round);
        Assert.Empty((await world.PolicyAsync(policy.Id)).Banners);
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Samples_OfTheDocumentation_AllComeIn()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        foreach (
            (string kind, string file) in ((string, string)[])
                [
                    (ImportKinds.Agencies, "agencies.csv"),
                    (ImportKinds.People, "people.csv"),
                    (ImportKinds.Policies, "policies.csv"),
                    (ImportKinds.Policies, "texts"),
                    (ImportKinds.Groups, "groups.csv"),
                    (ImportKinds.Actions, "actions.csv"),
                ]
        )
        {
            string path = Path.Combine(Samples, file);
            ImportAnswer would = await world.ImportPathAsync(kind, path, isDryRun: true);
            ImportAnswer did = await world.ImportPathAsync(kind, path);

            Assert.All(did.Lines, line => Assert.True(line.Code is null, file + line.Message));
            Assert.Equal(would.BroughtIn, did.BroughtIn);
            Assert.True(did.BroughtIn > 0, file);
            Assert.Equal(did.BroughtIn, (await world.ImportPathAsync(kind, path)).There);
        }

        // The group's own people come first.
        await using GovernanceDb db = world.Store.Read();
        string group = (
            await db.Set<Governance.Modules.TaskAndFinishGroups.TaskAndFinishGroup>().SingleAsync()
        ).Id;
        await world.ImportAsync(
            ImportKinds.People,
            "tenant,object,name,role,group,from\n"
                + $"hospitals-directory,object-of-the-named-nurse,x,group member,{group},01/02/2027\n"
        );
        ImportAnswer tasks = await world.ImportPathAsync(
            ImportKinds.Tasks,
            Path.Combine(Samples, "tasks.csv")
        );
        Assert.All(tasks.Lines, line => Assert.True(line.Code is null, line.Message));
        Assert.Equal(2, tasks.BroughtIn);
        Assert.True((await VerifyAsync(world)).Ok);
        await world.AssertReconciledAsync();
    }

    /// <summary>Small in the suites; <c>GOVERNANCE_IMPORT_ROWS=10000</c> is the size that partnerships bring.</summary>
    [Fact]
    public async Task BigList_WithErrorsOfEveryKind_ComesInOnceAndTheReportHasEachLine()
    {
        int rows = int.TryParse(
            Environment.GetEnvironmentVariable("GOVERNANCE_IMPORT_ROWS"),
            out int many
        )
            ? many
            : 200;
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string list = ImportCampaign.People(rows);
        long memory = GC.GetTotalMemory(forceFullCollection: true);
        long began = System.Diagnostics.Stopwatch.GetTimestamp();

        ImportAnswer would = await world.ImportAsync(ImportKinds.People, list, isDryRun: true);
        TimeSpan dry = System.Diagnostics.Stopwatch.GetElapsedTime(began);
        ImportAnswer did = await world.ImportAsync(ImportKinds.People, list);
        TimeSpan run = System.Diagnostics.Stopwatch.GetElapsedTime(began) - dry;
        ImportAnswer again = await world.ImportAsync(ImportKinds.People, list);

        Assert.Equal(rows, did.Rows);
        Assert.Equal(
            would.Lines.Select(line => (line.Line, line.Result, line.Column, line.Code)),
            did.Lines.Select(line => (line.Line, line.Result, line.Column, line.Code))
        );
        Assert.Equal(ImportCampaign.Wrong(rows), did.Refused);
        Assert.Equal(
            (0, did.BroughtIn, did.Refused),
            (again.BroughtIn, again.There, again.Refused)
        );
        Assert.True((await VerifyAsync(world)).Ok);
        if (many > 0)
        {
            Console.WriteLine(
                $"{rows} lines, {did.Refused} of them wrong: dry run {dry.TotalSeconds:N1} s ({rows / dry.TotalSeconds:N0} a second), run {run.TotalSeconds:N1} s ({rows / run.TotalSeconds:N0} a second), {(GC.GetTotalMemory(forceFullCollection: true) - memory) / 1024 / 1024} MiB more held, with all answers"
            );
        }
    }

    private static string Samples
    {
        get
        {
            string? folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder!, "Governance.sln")))
            {
                folder = Path.GetDirectoryName(folder);
            }

            return Path.Combine(folder!, "docs", "samples");
        }
    }

    private static async Task EndAsync(PolicyWorld world, string person)
    {
        await using GovernanceDb db = world.Store.Read();
        string id = (
            await db.Set<Appointment>().FirstAsync(a => a.PersonId == person && a.Seat != null)
        ).Id;
        Result<AppointmentAnswer> ended = await world
            .Store.Get<EndAppointment>()
            .HandleAsync(new ActCaller("unit"), id, new EndAppointmentBody("Left."));
        Assert.Null(ended.Refusal);
    }

    private static async Task<RecordVerification> VerifyAsync(PolicyWorld world)
    {
        await world.Store.Get<RecordTree>().CatchUpAllAsync();
        await using GovernanceDb db = world.Store.Read();
        return await world.Store.Get<RecordBook>().VerifyAsync(db, PolicyWorld.Place);
    }
}

/// <summary>A list as somebody could have kept it for years.</summary>
internal static class ImportCampaign
{
    private const int Every = 10;

    public static string People(int rows)
    {
        StringBuilder list = new(
            "Name;Directory;Object ID;E-mail;Role;Agency;Seat;Level;First day;Last day\r\n"
        );
        for (int number = 0; number < rows; number++)
        {
            list.Append(
                    number % Every != Every - 1
                        ? $"\"Practitioner {number}, team {number % 7}\";t;o-{number};p{number}@example.test;practitioner;;;;01/02/2027;"
                        : (number / Every % 9) switch
                        {
                            0 => $";t;o-{number};;practitioner;;;;01/02/2027;",
                            1 => $"Name;t;o-{number};;wizard;;;;01/02/2027;",
                            2 => $"Name;t;o-{number};;practitioner;;;;31/02/2027;",
                            3 =>
                                $"Name;t;o-{number};;agency representative;Unknown agency;;;01/02/2027;",
                            4 => $"Na\"me;t;o-{number};;practitioner;;;;01/02/2027;",
                            5 => $"Name;t;o-{number};;practitioner;;;;01/02/2027",
                            6 => $"Name;t;o-{number};;statutory partner;;police;lead;01/02/2027;",
                            7 => $"Name;t;o-{number - 1};;practitioner;;;;01/02/2027;",
                            _ =>
                                $"Name;t;o-{number};not an address;practitioner;;;;01/02/2027;31/01/2027",
                        }
                )
                .Append("\r\n");
        }

        return list.ToString();
    }

    public static int Wrong(int rows) => rows / Every;
}

public sealed class SqliteImportTests : ImportSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgreSqlImportTests : ImportSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
