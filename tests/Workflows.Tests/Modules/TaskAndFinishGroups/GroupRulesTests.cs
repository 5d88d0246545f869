using System.Text.Json;
using Governance.Contracts;
using Governance.Modules.TaskAndFinishGroups;

namespace Governance.Tests.Workflows.Modules.TaskAndFinishGroups;

/// <summary>The pure rules of groups.</summary>
public sealed class GroupRulesTests
{
    private static readonly DateOnly Today = new(2027, 2, 3);

    [Theory]
    [InlineData("20", 20)]
    [InlineData("\"weekly\"", 5)]
    [InlineData("\"fortnightly\"", 10)]
    [InlineData("\"monthly\"", 20)]
    [InlineData("\"sixWeekly\"", 30)]
    [InlineData("\"quarterly\"", 65)]
    [InlineData("\"40\"", 40)]
    [InlineData("\"now and then\"", null)]
    [InlineData("2.5", null)]
    [InlineData("null", null)]
    [InlineData("{}", null)]
    public void Cadence_NumberOrName_IsInWorkingDays(string given, int? days) =>
        Assert.Equal(days, GroupRules.Cadence(JsonDocument.Parse(given).RootElement));

    [Theory]
    [InlineData("2027-02-02", "2027-09-30", "deadline")]
    [InlineData("2027-07-30", "2027-07-29", "sunset")]
    [InlineData("2027-02-03", "2027-02-03", "sunset")]
    [InlineData("2030-01-01", "2030-02-04", "sunset")]
    public void Check_DatesThatMakeNoSense_AreNamed(string deadline, string sunset, string field) =>
        Assert.Equal(
            [field],
            GroupRules
                .Check(
                    new CommissionGroupBody(
                        "Neglect review",
                        "Find out.",
                        null,
                        null,
                        DateOnly.Parse(deadline, null),
                        DateOnly.Parse(sunset, null),
                        JsonSerializer.SerializeToElement("monthly"),
                        Seats.Police
                    ),
                    Today
                )
                .Refusal!.Errors!.Keys
        );

    [Theory]
    [InlineData(true, true, "Chaired")]
    [InlineData(true, false, "Chaired")]
    [InlineData(false, true, "ViceStandsIn")]
    [InlineData(false, false, "Vacant")]
    public void Succession_ViceStandsIn_ElseTheChairIsVacant(
        bool chaired,
        bool vice,
        string expected
    ) => Assert.Equal(expected, ChairSuccession.Of(chaired, vice).ToString());

    [Fact]
    public void Terms_HashNamesTextAndReviewDate()
    {
        string plain = TermsRules.HashOf("## Purpose", null);

        Assert.Equal(64, plain.Length);
        Assert.NotEqual(plain, TermsRules.HashOf("## Purpose ", null));
        Assert.NotEqual(plain, TermsRules.HashOf("## Purpose", Today));
        Assert.Equal("a\nb", TermsRules.Normal(" a\r\nb\r\n"));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Roll_TheThirdEscalates_Once(int rolls, bool escalates)
    {
        GroupTask task = Task();
        task.Rolls = rolls;
        Assert.Equal(escalates, TaskRules.Escalates(task));
        task.EscalatedAt = new DateTime(2027, 2, 3, 9, 0, 0, DateTimeKind.Utc);
        Assert.False(TaskRules.Escalates(task));
    }

    [Fact]
    public void Closure_BeyondTheCommission_IsKept()
    {
        ProposedClosure proposed = ClosureRules
            .Check(
                new GroupClosureBody(
                    [
                        JsonSerializer.SerializeToElement("Done."),
                        JsonSerializer.SerializeToElement("And a poster."),
                    ],
                    [],
                    "Ask first."
                ),
                [new GroupDeliverable { Number = 1, Text = "A report" }],
                [],
                new HashSet<string>()
            )
            .Value;

        Assert.Equal(["Done.", "And a poster."], proposed.Deliverables.Select(d => d.Outcome));
    }

    [Fact]
    public void Report_Draft_TellsWhatIsDone_Late_BlockedAndToCome()
    {
        GroupTask done = Task(1, TaskStates.Completed, new DateOnly(2027, 2, 1));
        done.FinishedAt = new DateTime(2027, 2, 1, 9, 0, 0, DateTimeKind.Utc);
        done.Evidence = "The note.";
        GroupTask late = Task(2, due: new DateOnly(2027, 2, 2));
        late.Rolls = 2;
        GroupTask blocked = Task(3, TaskStates.Blocked);
        blocked.BlockedReason = "No access to the system.";
        GroupTask next = Task(4);
        string text = ReportText.Draft(
            Group(),
            [done, late, blocked, next],
            new Dictionary<string, string> { ["owner"] = "The member" },
            new[] { next }.ToLookup(_ => next.Id, _ => late),
            new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            Today
        );

        Assert.Contains("1 tasks completed since the last report, 3 unfinished, 1 of them", text);
        Assert.Contains("### Completed\n\n- 1. Task 1. The note.", text);
        Assert.Contains(
            "- 2. Task 2, due 2 February 2027 (The member). Rolled forward twice.",
            text
        );
        Assert.Contains("No access to the system.", text);
        Assert.Contains("Waits for 2.", text);
    }

    private static GroupTask Task(
        int number = 1,
        string state = TaskStates.Open,
        DateOnly? due = null
    ) =>
        new()
        {
            Id = "task-" + number,
            PartnershipId = "northshire",
            GroupId = "group",
            Number = number,
            Title = "Task " + number,
            State = state,
            OwnerId = "owner",
            Due = due ?? new DateOnly(2027, 3, 1),
        };

    private static TaskAndFinishGroup Group() =>
        new()
        {
            Id = "group",
            PartnershipId = "northshire",
            Name = "Neglect review",
            Purpose = "Find out.",
            CommissionedBy = Seats.Police,
            Deadline = new DateOnly(2027, 7, 30),
            Sunset = new DateOnly(2027, 9, 30),
            ReportEvery = 20,
            State = GroupStates.Active,
            CreatedAt = new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            CreatedBy = "unit",
        };
}
