using Governance.Contracts;
using Governance.Modules.Clocks;
using Governance.Modules.Escalation;

namespace Governance.Tests.Workflows.Modules.Escalation;

/// <summary>The rules of ladders by name, without a database.</summary>
public sealed class EscalationRulesTests
{
    private static LadderContent Content(string key) =>
        LadderRules.Check(key, InstallLadders.Examples[key]).Value;

    [Fact]
    public void Examples_AreFive_MarkedToBeChecked_AndFitTheRules() =>
        Assert.All(
            InstallLadders.Examples,
            example =>
            {
                Assert.Null(LadderRules.Check(example.Key, example.Value).Refusal);
                Assert.StartsWith(
                    "example: check against your published",
                    example.Value.Mark,
                    StringComparison.Ordinal
                );
            }
        );

    /// <summary>DOMAIN A2: what could be read of each policy, and nothing else.</summary>
    [Theory]
    [InlineData("lincolnshire", 1, "48 hours or 2 working days, whichever is less")]
    [InlineData("lincolnshire", 2, "5 working days")]
    [InlineData("lincolnshire", 3, "48 hours or 2 working days, whichever is less")]
    [InlineData("lincolnshire", 4, null)]
    [InlineData("sefton-2017", 1, "3 working days")]
    [InlineData("sefton-2017", 2, "2 working days")]
    [InlineData("sefton-2017", 3, null)]
    [InlineData(
        "wirral-2015",
        1,
        "5 working days or the time that protects the child, whichever is less"
    )]
    [InlineData("wirral-2015", 2, null)]
    [InlineData("three-times-five", 3, "5 working days")]
    [InlineData("three-times-five", 4, null)]
    public void Example_LimitToRespond_IsThePolicys(string ladder, int stage, string? limit)
    {
        LadderLimit? respond = Content(ladder).Stage(stage).Respond;

        Assert.Equal(limit, respond is null ? null : LadderWords.Limit(respond));
    }

    [Fact]
    public void Enter_WithoutRisk_IsTheLowestStage()
    {
        LadderContent ladder = Content("three-times-five");

        Assert.Equal(1, StageRules.Enter(ladder, null, false, null).Value.Stage);
        Assert.Equal(
            ["immediateRisk", "reason"],
            StageRules.Enter(ladder, 2, false, null).Refusal!.Errors!.Keys.Order()
        );
        Assert.Equal(
            ["enterAtStage"],
            StageRules.Enter(ladder, 5, true, "Tonight.").Refusal!.Errors!.Keys
        );
        Entry entry = StageRules.Enter(ladder, 3, true, "Tonight.").Value;
        Assert.Equal([1, 2], entry.Skipped);
    }

    [Fact]
    public void Next_AfterTheLastStage_IsNone()
    {
        LadderContent ladder = Content("three-times-five");

        Assert.Equal(2, StageRules.Next(ladder, 1));
        Assert.Null(StageRules.Next(ladder, 4));
    }

    [Fact]
    public void Limit_WhicheverIsLess_TakesTheOtherOrWhatProtectsTheChild()
    {
        StageLimit both = StageRules.LimitOf(
            Content("lincolnshire"),
            1,
            StageDuties.Respond,
            null,
            new LadderSpan(4, "hours")
        )!;
        Assert.Equal((ClockLimit.Hours(48), ClockLimit.WorkingDays(2)), (both.Limit, both.OrLimit));

        StageLimit protects = StageRules.LimitOf(
            Content("wirral-2015"),
            1,
            StageDuties.Respond,
            null,
            new LadderSpan(4, "hours")
        )!;
        Assert.Equal(ClockLimit.Hours(4), protects.OrLimit);
        Assert.Null(
            StageRules.LimitOf(Content("wirral-2015"), 1, StageDuties.Respond, null, null)!.OrLimit
        );
        Assert.Null(
            StageRules
                .LimitOf(
                    Content("three-times-five"),
                    1,
                    StageDuties.Respond,
                    null,
                    new LadderSpan(4, "hours")
                )!
                .OrLimit
        );
    }

    [Fact]
    public void Limit_LeftBlank_IsTheLaddersOwn_AndOnlyToRespond()
    {
        LadderContent ladder = Content("sefton-2017");

        Assert.Equal(
            ClockLimit.WorkingDays(5),
            StageRules.LimitOf(ladder, 3, StageDuties.Respond, null, null)!.Limit
        );
        Assert.Null(StageRules.LimitOf(ladder, 3, StageDuties.Confirm, null, null));
        Assert.Equal(
            ClockLimit.Hours(48),
            StageRules
                .LimitOf(ladder, 2, StageDuties.Confirm, null, null, afterMeeting: true)!
                .Limit
        );
    }

    [Fact]
    public void Limit_OfAnUrgencyClass_TakesThePlaceOfTheUsualOne()
    {
        LadderContent ladder = LadderRules
            .Check(
                "ours",
                new LadderBody(
                    "Ours",
                    "practitioner",
                    [
                        new LadderStage(
                            "Stage 1",
                            "raisedWith",
                            Respond: new LadderLimit(
                                5,
                                "workingDays",
                                ByUrgency: new Dictionary<string, LadderSpan>
                                {
                                    ["urgent"] = new(4, "hours"),
                                }
                            )
                        ),
                    ],
                    [new LadderUrgency("urgent", "Urgent"), new LadderUrgency("usual", "Usual")]
                )
            )
            .Value;

        Assert.Equal(
            ClockLimit.Hours(4),
            StageRules.LimitOf(ladder, 1, StageDuties.Respond, "urgent", null)!.Limit
        );
        Assert.Equal(
            ClockLimit.WorkingDays(5),
            StageRules.LimitOf(ladder, 1, StageDuties.Respond, "usual", null)!.Limit
        );
    }

    [Theory]
    [InlineData(true, "police", "police", "leads")]
    [InlineData(true, "police", "localAuthority", "partnershipChair")]
    [InlineData(false, "police", "localAuthority", "leads")]
    public void Chair_IsAskedUnlessTheirOwnBodyIsChallengedOrNobodyChairs(
        bool held,
        string chairsSeat,
        string raisedWith,
        string asked
    ) =>
        Assert.Equal(
            asked,
            StageRules.AskedOf(
                new LadderStage("Stage 2", StageParties.PartnershipChair),
                raisedWith,
                [chairsSeat],
                held
            )
        );

    [Fact]
    public void Ladder_ThatCannotBeClimbed_SaysWhereAndWhatToDo()
    {
        Refusal refusal = LadderRules
            .Check(
                "No Key",
                new LadderBody(
                    " ",
                    "families",
                    [
                        new LadderStage("", "nobody", Notified: ["everybody"]),
                        new LadderStage(
                            "Two",
                            "leads",
                            Respond: new LadderLimit(0, "weeks", Or: new LadderSpan(1, "hours"))
                        ),
                        null!,
                    ],
                    [new LadderUrgency(null, null)]
                )
            )
            .Refusal!;

        Assert.Equal(
            [
                "kind",
                "ladder",
                "name",
                "stages[0].asked",
                "stages[0].label",
                "stages[0].notified",
                "stages[0].respond",
                "stages[1].respond",
                "stages[1].respond.whicheverIsLess",
                "stages[2]",
                "urgencies[0].key",
                "urgencies[0].label",
            ],
            refusal.Errors!.Keys.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void PartnersLadder_EndsWithTheLeads() =>
        Assert.Equal(
            ["stages[0].asked"],
            LadderRules
                .Check(
                    "ours",
                    new LadderBody(
                        "Ours",
                        "partners",
                        [
                            new LadderStage(
                                "Stage 1",
                                "raisedWith",
                                Respond: new LadderLimit(1, "hours")
                            ),
                        ]
                    )
                )
                .Refusal!.Errors!.Keys
        );

    [Fact]
    public void Themes_MedianAndLongest_AreOfThoseThatHaveEnded()
    {
        IReadOnlyList<EscalationTheme> groups = ThemesBook.Group(
            [
                new Counted("a", "", "1", EscalationStates.Resolved, 2),
                new Counted("a", "", "2", EscalationStates.Unresolved, 9),
                new Counted("a", "", "1", EscalationStates.Open, null),
                new Counted("b", "", "1", EscalationStates.Open, null),
            ],
            each => each.Body,
            body => body
        );

        Assert.Equal(
            (3, 1, 1, 1),
            (groups[0].Raised, groups[0].Open, groups[0].Resolved, groups[0].Unresolved)
        );
        Assert.Equal((5.5m, 9), (groups[0].MedianWorkingDays, groups[0].LongestWorkingDays));
        Assert.Null(groups[1].MedianWorkingDays);
    }
}
