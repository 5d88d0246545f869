using FsCheck;
using FsCheck.Fluent;
using Governance.Contracts;
using Governance.Contracts.Attestations;
using Governance.Modules.Attestations;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using static Governance.Tests.Workflows.Modules.Partnerships.PeopleForTests;

namespace Governance.Tests.Workflows.Modules.Attestations;

/// <summary>Whenever it is and whoever holds what: an attestation opens once it should, and an answer leaves nobody out.</summary>
public sealed class AttestationRulesTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.First(
        CalendarIds.EnglandAndWales
    );

    private static readonly Gen<DateOnly> Days =
        from number in Gen.Choose(0, 3650)
        select new DateOnly(2026, 1, 1).AddDays(number);

    private static readonly (string Role, string? Seat, string? Level)[] Kinds =
    [
        .. from seat in Seats.All
        from level in Levels.All
        select (Roles.StatutoryPartner, (string?)seat, (string?)level),
        .. Roles
            .All.Where(role => role != Roles.StatutoryPartner)
            .Select(role => (role, (string?)null, (string?)null)),
    ];

    private static readonly Gen<Appointment> Holding =
        from person in Gen.Elements("ann", "bea", "cem")
        from kind in Gen.Elements(Kinds)
        select Partnerships.PeopleForTests.Holding(
            person,
            kind.Role,
            seat: kind.Seat,
            level: kind.Level
        );

    /// <summary>What somebody might send of one appointment: nothing, a verdict, one too many, or what is none.</summary>
    private static readonly Gen<string[]> Saying = Gen.Frequency(
        (
            12,
            from verdict in Gen.Elements("holds", "holds", "hasLeft", "changedRole", "other")
            select new[] { verdict }
        ),
        (1, Gen.Constant(Array.Empty<string>())),
        (1, Gen.Constant(new[] { "" })),
        (1, Gen.Constant(new[] { "gone" })),
        (1, Gen.Constant(new[] { "holds", "hasLeft" }))
    );

    [Fact]
    public void Quarter_OnAnyDay_OpensFromItsFirstWorkingDay_AndNotBesideItsPartnershipsBeginning() =>
        Prop.ForAll(
                (from day in Days from began in Days select (day, began)).ToArbitrary(),
                each =>
                {
                    Quarter quarter = Quarter.Of(each.day);
                    DateOnly first = quarter.FirstWorkingDay(Calendar);
                    Quarter? opens = AttestationRules.Opens(each.day, each.began, Calendar);
                    return quarter.FirstDay <= each.day
                        && each.day <= quarter.LastDay
                        && Quarter.Read(quarter.Name) == quarter
                        && Calendar.IsWorkingDay(first)
                        && Calendar.WorkingDaysBetween(quarter.FirstDay.AddDays(-1), first) == 1
                        && (opens == quarter)
                            == (each.day >= first && each.began < quarter.FirstDay)
                        && (opens is null || opens == quarter);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Appointments_BelongToOneBodyEach_AndNobodyAnswersForTheScrutinyFunctionButIt() =>
        Prop.ForAll(
                Holding.ListOf().ToArbitrary(),
                held =>
                {
                    int listed = AttestationBodies.All.Sum(body =>
                        AttestationRules.ListOf(body, Place, Today, held).Count
                    );
                    return listed == held.Count
                        && held.All(a =>
                            AnswersFor(a)
                                .SequenceEqual(
                                    a.Level is Levels.Lead or Levels.Delegate ? [a.Seat!]
                                    : a.Role == Roles.Scrutineer ? [AttestationBodies.Scrutiny]
                                    : a.Role == Roles.BusinessUnit ? [AttestationBodies.Others]
                                    : []
                                )
                        );
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Answer_IsTakenWhenItSaysOneThingOfEverybody_AndEndsNobodysOwn() =>
        Prop.ForAll(
                (
                    from held in Holding.ListOf()
                    from said in Gen.ArrayOf(Saying, held.Count)
                    from beside in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
                    select (held.ToArray(), said, beside)
                ).ToArbitrary(),
                each => IsDecidedRightly(each.Item1, each.said, each.beside)
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Answer_ThatLeavesSomebodyOut_NamesThem()
    {
        Appointment lead = Partner("ann", Seats.Police, Levels.Lead);
        Appointment deputy = Partner("bea", Seats.Police, Levels.Deputy);

        Result<Verdict[]> decided = AttestationRules.Decide(
            [lead, deputy],
            new Dictionary<string, string> { ["ann"] = "Ann", ["bea"] = "Bea" },
            new AttestBody([null, new(lead.Id, AttestationVerdicts.Holds)]),
            "ann"
        );

        Assert.Equal("attestation.somebody-missing", decided.Refusal?.Code);
        Assert.Contains("Bea, deputy of the police seat", decided.Refusal!.Message);
        Assert.DoesNotContain("Ann", decided.Refusal.Message);
        Assert.Equal([deputy.Id], decided.Refusal.Errors!.Keys);
    }

    private static bool IsDecidedRightly(Appointment[] list, string[][] said, bool beside)
    {
        List<AttestVerdict> sent =
        [
            .. list.SelectMany(
                (a, at) =>
                    said[at].Select(verdict => new AttestVerdict(a.Id, verdict, "It was merged"))
            ),
        ];
        if (beside)
        {
            sent.Add(new AttestVerdict("somebody-else", AttestationVerdicts.Holds));
        }

        Result<Verdict[]> decided = AttestationRules.Decide(
            list,
            new Dictionary<string, string>(),
            new AttestBody(sent),
            "ann"
        );
        bool isWhole =
            !beside && said.All(one => one.Length == 1 && AttestationVerdicts.All.Contains(one[0]));
        bool endsOwn =
            isWhole && list.Where((a, at) => a.PersonId == "ann" && said[at][0] != "holds").Any();
        return decided.IsRefused == (!isWhole || endsOwn)
            && (
                decided.IsRefused
                || decided
                    .Value.Select(one => (one.Appointment.Id, one.Said))
                    .SequenceEqual(list.Select((a, at) => (a.Id, said[at][0])))
            );
    }

    private static IEnumerable<string> AnswersFor(Appointment held) =>
        AttestationBodies.All.Where(body =>
            AttestationBodies.Answers(body, StandingOf(held.PersonId, held))
        );
}
