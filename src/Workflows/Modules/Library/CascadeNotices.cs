using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Notices;
using Governance.Storage;

namespace Governance.Modules.Library;

/// <summary>What is told about a cascade, and to whom. Representatives' notes never leave the product by e-mail.</summary>
internal static class CascadeNotices
{
    private const string Parts =
        "that its staff are briefed, and that its website, its own policy and its training follow this version";

    public static Task OpenedAsync(Act act, Dissemination about, DateTime due) =>
        TellAsync(
            act,
            about,
            "cascade.opened",
            NoticeMessage.Waits(NoticeMatter.Cascade, due),
            $"Please confirm the cascade: {about.Title}",
            $"Version {about.Number} is published. Please confirm for your agency by {OnTheWall(due)} {Parts}.",
            [.. about.Agencies.Select(agency => Recipient.Agency(agency.AgencyId))]
        );

    public static Task RemindAsync(Act act, Dissemination about, DateTime due) =>
        TellAsync(
            act,
            about,
            "cascade.reminder",
            NoticeMessage.StillWaits(NoticeMatter.Cascade, due),
            $"Reminder, cascade: {about.Title}",
            $"Your agency has not yet confirmed the cascade of version {about.Number}: {Parts}. It is due by {OnTheWall(due)}.",
            Outstanding(about)
        );

    public static Task<int> ChaseAsync(Act act, Dissemination about, DateTime due) =>
        TellAsync(
            act,
            about,
            "cascade.chased",
            NoticeMessage.StillWaits(NoticeMatter.Cascade, due),
            $"Please confirm the cascade: {about.Title}",
            $"The business unit asks once more. Your agency has not confirmed the cascade of version {about.Number}: {Parts}. It {(due < act.Now ? "was" : "is")} due by {OnTheWall(due)}.",
            Outstanding(about)
        );

    public static Task OverdueAsync(Act act, Dissemination about)
    {
        int outstanding = about.Outstanding.Count();
        return TellAsync(
            act,
            about,
            "cascade.overdue",
            NoticeMessage.Late(NoticeMatter.Cascade),
            $"Overdue, cascade: {about.Title}",
            $"The limit for confirming the cascade of version {about.Number} has passed. {about.Agencies.Count - outstanding} of {about.Agencies.Count} agencies have confirmed; silence is no confirmation.",
            [.. Outstanding(about), Recipient.Role(Roles.BusinessUnit)]
        );
    }

    public static Task CompletedAsync(Act act, Dissemination about) =>
        TellAsync(
            act,
            about,
            "cascade.completed",
            NoticeMessage.News(NoticeMatter.Cascade),
            $"Cascade complete: {about.Title}",
            $"All {about.Agencies.Count} agencies have confirmed the cascade of version {about.Number}.",
            [Recipient.Role(Roles.BusinessUnit), Recipient.Role(Roles.Scrutineer)]
        );

    /// <summary>An agency took back what it had confirmed; the reason is on the cascade's page.</summary>
    public static Task TakenBackAsync(Act act, Dissemination about, AgencyCascade agency) =>
        TellAsync(
            act,
            about,
            "cascade.taken-back",
            NoticeMessage.News(NoticeMatter.Cascade),
            $"Cascade no longer confirmed: {about.Title}",
            $"{agency.AgencyName} has taken back its confirmation for version {about.Number}.",
            [Recipient.Role(Roles.BusinessUnit)]
        );

    private static Recipient[] Outstanding(Dissemination about) =>
        [.. about.Outstanding.Select(agency => Recipient.Agency(agency.AgencyId))];

    private static string OnTheWall(DateTime due) =>
        $"{London.DateOf(due):dddd d MMMM yyyy} at {London.TimeOf(due):HH:mm}";

    private static Task<int> TellAsync(
        Act act,
        Dissemination about,
        string kind,
        NoticeMessage message,
        string title,
        string text,
        Recipient[] to
    ) => NoticeBoard.TellAsync(act, new NoticeDraft(kind, message, about.Subject, title, text, to));
}
