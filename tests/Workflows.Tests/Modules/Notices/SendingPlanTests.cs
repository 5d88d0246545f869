using FsCheck;
using FsCheck.Fluent;
using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Notices;

namespace Governance.Tests.Workflows.Modules.Notices;

/// <summary>When a message may go out, in any minute of many years.</summary>
public sealed class SendingPlanTests
{
    private const int MinutesOfAYear = 366 * 24 * 60;

    private static readonly WorkingCalendar Calendar = WorkingCalendar.First(
        CalendarIds.EnglandAndWales
    );

    private static readonly SendingHours Hours = SendingHours.Usual;

    private static readonly Gen<DateTime> Moments =
        from year in Gen.Choose(2024, 2035)
        from minute in Gen.Choose(0, MinutesOfAYear)
        from second in Gen.Choose(0, 59)
        select new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc)
            .AddMinutes(minute)
            .AddSeconds(second);

    [Fact]
    public void Open_AnyMoment_IsOnlyWithinTheHoursOfAWorkingDay() =>
        Prop.ForAll(
                Moments.ToArbitrary(),
                now =>
                    !SendingPlan.IsOpen(now, Hours, Calendar)
                    || (
                        Calendar.IsWorkingDay(London.DateOf(now))
                        && London.TimeOf(now) >= Hours.From
                        && London.TimeOf(now) < Hours.To
                    )
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void OpensAt_AnyMoment_IsTheFirstOpenOneFromThenOn() =>
        Prop.ForAll(
                Moments.ToArbitrary(),
                from =>
                {
                    DateTime opens = SendingPlan.OpensAt(from, Hours, Calendar);
                    return opens >= from
                        && SendingPlan.IsOpen(opens, Hours, Calendar)
                        && (
                            opens == from
                            || (
                                !SendingPlan.IsOpen(opens.AddSeconds(-1), Hours, Calendar)
                                && NothingOpensBetween(from, opens)
                            )
                        );
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void NewestDigest_AnyMoment_IsOnAWorkingDayAndTheLastBefore() =>
        Prop.ForAll(
                Moments.ToArbitrary(),
                now =>
                {
                    (DateOnly day, DateTime at) = SendingPlan.NewestDigest(now, Hours, Calendar);
                    DateTime next = London.ToUtc(Calendar.AddWorkingDays(day, 1), Hours.DigestAt);
                    return Calendar.IsWorkingDay(day) && at <= now && now < next;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void NewestDigest_LaterMoment_IsNeverEarlier() =>
        Prop.ForAll(
                Moments.ToArbitrary(),
                Gen.Choose(0, 20_000).ToArbitrary(),
                (now, minutes) =>
                    SendingPlan.NewestDigest(now, Hours, Calendar).At
                    <= SendingPlan.NewestDigest(now.AddMinutes(minutes), Hours, Calendar).At
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void BackOff_AnyMessageAndAttempt_StaysWithinAFifthOfItsDoubledWait() =>
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue).ToArbitrary(),
                Gen.Choose(1, 40).ToArbitrary(),
                (id, attempts) =>
                {
                    double wait = SendingPlan.BackOff($"{id:x32}", attempts).TotalSeconds;
                    double doubled = Math.Min(60 * Math.Pow(2, attempts - 1), 4 * 3600);
                    return wait >= Math.Round(doubled * 0.8)
                        && wait <= Math.Round(doubled * 1.2)
                        && SendingPlan.BackOff($"{id:x32}", attempts).TotalSeconds.Equals(wait);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void BackOff_ManyMessages_AreSpreadAndNotTriedAgainTogether()
    {
        int[] waits =
        [
            .. Enumerable
                .Range(0, 400)
                .Select(id => (int)SendingPlan.BackOff($"{id:x32}", 8).TotalSeconds),
        ];

        int narrowest = waits.Count(wait => wait < 7_680 * 0.9);
        Assert.InRange(narrowest, 60, 140);
        Assert.True(waits.Distinct().Count() > 300);
    }

    [Theory]
    [InlineData("2027-02-01T08:59:00Z", "2027-02-01T08:10:00Z", null, 49)]
    [InlineData("2027-02-01T08:59:00Z", "2027-01-29T19:00:00Z", null, 59)]
    [InlineData("2027-01-31T12:00:00Z", "2027-01-29T12:00:00Z", null, 0)]
    [InlineData("2027-01-31T12:00:00Z", "2027-01-29T12:00:00Z", "2027-01-31T11:00:00Z", 60)]
    [InlineData("2027-02-01T12:00:00Z", null, null, 0)]
    public void Backlog_QuietHours_CountForNobodyButTheUrgent(
        string now,
        string? other,
        string? urgent,
        int minutes
    ) =>
        Assert.Equal(
            TimeSpan.FromMinutes(minutes),
            DeliveryBacklog.Age(Utc(urgent), Utc(other), Hours, Calendar, Utc(now)!.Value)
        );

    [Fact]
    public void Pace_WhatIsByDutyOrUrgent_IsNeverSilent()
    {
        string[] paces = [NoticePaces.Each, NoticePaces.Daily, NoticePaces.Off, "unknown"];
        foreach (NoticeMessage message in EveryMessage)
        {
            foreach (string byDuty in paces)
            {
                foreach (string rest in paces)
                {
                    string? begins = NoticePace.BeginsAs(message, byDuty, rest);
                    Assert.False(begins is null && (message.IsByDuty || message.IsUrgent));
                    Assert.False(begins == DeliveryStates.Held && message.IsUrgent);
                }
            }
        }
    }

    [Theory]
    [InlineData("each", "daily", true)]
    [InlineData("daily", "off", true)]
    [InlineData("off", "daily", false)]
    [InlineData("each", "hourly", false)]
    [InlineData(null, null, false)]
    public void Preferences_ByDuty_CanBeGatheredAndNotSwitchedOff(
        string? byDuty,
        string? rest,
        bool isTaken
    ) =>
        Assert.Equal(
            isTaken,
            ChangeNoticePreferences.Check(new NoticePreferencesBody(byDuty, rest)) is null
        );

    [Theory]
    [InlineData("name@example.gov.uk", true)]
    [InlineData(" name@example.gov.uk ", true)]
    [InlineData("Name <name@example.gov.uk>", false)]
    [InlineData("name@localhost", false)]
    [InlineData("one@example.org,two@example.org", false)]
    [InlineData("name@example.org\r\nBcc: all@example.org", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Address_AnythingButOneMailbox_IsNone(string? text, bool isAddress) =>
        Assert.Equal(isAddress, EmailAddress.Read(text) is not null);

    internal static IEnumerable<NoticeMessage> EveryMessage =>
        from matter in Enum.GetValues<NoticeMatter>()
        from message in (NoticeMessage[])
            [
                NoticeMessage.Waits(matter),
                NoticeMessage.StillWaits(matter),
                NoticeMessage.Late(matter),
                NoticeMessage.News(matter),
                NoticeMessage.News(matter).Urgently(true),
                NoticeMessage.Alarm(matter),
            ]
        select message;

    private static bool NothingOpensBetween(DateTime from, DateTime opens)
    {
        for (DateTime at = from; at < opens; at = at.AddMinutes(30))
        {
            if (SendingPlan.IsOpen(at, Hours, Calendar))
            {
                return false;
            }
        }

        return true;
    }

    private static DateTime? Utc(string? text) =>
        text is null
            ? null
            : DateTimeOffset
                .Parse(text, System.Globalization.CultureInfo.InvariantCulture)
                .UtcDateTime;
}
