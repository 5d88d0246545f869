using System.Globalization;
using Governance.Modules.Calendars;

namespace Governance.Modules.Notices;

/// <summary>What is said in a message that leaves the product.</summary>
public sealed record DeliveryText(string Subject, string Body);

/// <summary>Numbers that a digest may tell.</summary>
public sealed record DigestCounts(int Notices, int ByDuty);

/// <summary>
/// Turns a template into plain English. What goes in: a name out of a closed list, a moment, numbers and an address of this
/// service. No argument is a text that anybody wrote, so that no case and no person can come out.
/// </summary>
public static class DeliveryWords
{
    private const string Short =
        "This message is short on purpose. It names no person, no case and no document; you read those after signing in.";

    public static DeliveryText OfNotice(
        NoticeHappening happening,
        NoticeMatter matter,
        DateTime? dueAt,
        Uri site
    )
    {
        string thing = Thing(matter);
        string said = happening switch
        {
            NoticeHappening.Waits =>
                $"{Capital(thing)} waits for you, or for a seat, role or group that you serve in.",
            NoticeHappening.StillWaits =>
                $"{Capital(thing)} still waits for you, or for a seat, role or group that you serve in.",
            NoticeHappening.Late => $"A limit has passed: {thing} is overdue.",
            NoticeHappening.News =>
                $"There is something new about {thing}. Nothing is asked of you.",
            NoticeHappening.Alarm => $"Something is wrong with {thing}. Please look at it now.",
            _ => throw new ArgumentOutOfRangeException(nameof(happening)),
        };
        return new DeliveryText(
            SubjectOf(happening, matter),
            Paragraphs(
                dueAt is { } due
                    ? $"{said} It {(happening == NoticeHappening.Late ? "was" : "is")} due by {OnTheWall(due)}."
                    : said,
                $"Sign in to read it: {At(site, "notices")}",
                Short,
                $"How you are told: {At(site, "notice-preferences")}"
            )
        );
    }

    public static string SubjectOf(NoticeHappening happening, NoticeMatter matter) =>
        $"{Head(happening)}: {Thing(matter)}";

    /// <param name="earliestDue">The first limit among what is told; null when there is none.</param>
    public static DeliveryText OfDigest(DigestCounts counts, DateTime? earliestDue, Uri site) =>
        new(
            $"Your notices: {Number(counts.Notices)}",
            Paragraphs(
                $"Since your last digest you were told {Count(counts.Notices, "thing")} in the service. "
                    + (
                        counts.ByDuty == 0
                            ? "Nothing is asked of you."
                            : $"{Capital(Count(counts.ByDuty, "of them concerns", "of them concern"))} what you have to do."
                    )
                    + (
                        earliestDue is { } due
                            ? $" The first limit among them is {OnTheWall(due)}."
                            : ""
                    ),
                $"Sign in to read them: {At(site, "notices")}",
                Short,
                $"How you are told: {At(site, "notice-preferences")}"
            )
        );

    /// <param name="key">The proof of the address: random, of the service's own making, and of use to nobody but whoever asked.</param>
    public static DeliveryText OfAddress(AddressKey key, Uri site) =>
        new(
            "Confirm your address",
            Paragraphs(
                "Somebody who is signed in to the service asked for notices to be sent to this address. If it was you, confirm it within 24 hours, signed in as yourself:",
                At(site, "notice-preferences/confirm") + "?key=" + key.Value,
                "If it was not you, do nothing. Nothing further is sent here."
            )
        );

    private static string Head(NoticeHappening happening) =>
        happening switch
        {
            NoticeHappening.Waits => "To do",
            NoticeHappening.StillWaits => "Still to do",
            NoticeHappening.Late => "Overdue",
            NoticeHappening.News => "For information",
            NoticeHappening.Alarm => "Urgent",
            _ => throw new ArgumentOutOfRangeException(nameof(happening)),
        };

    private static string Thing(NoticeMatter matter) =>
        matter switch
        {
            NoticeMatter.SignOff => "a sign-off",
            NoticeMatter.Policy => "a policy",
            NoticeMatter.Review => "the review of a policy",
            NoticeMatter.Consultation => "a consultation",
            NoticeMatter.Cascade => "bringing a published text to the agencies",
            NoticeMatter.Meeting => "a meeting",
            NoticeMatter.WrittenProcedure => "a decision in writing",
            NoticeMatter.Action => "an action of a meeting",
            NoticeMatter.Membership => "a body that meets",
            NoticeMatter.Group => "a task and finish group",
            NoticeMatter.Challenge => "a challenge of the scrutiny function",
            NoticeMatter.ProfessionalChallenge => "a professional challenge",
            NoticeMatter.Approval => "a proposal that needs a second person",
            NoticeMatter.Appointment => "an appointment",
            NoticeMatter.Delegation => "a delegation of authority",
            NoticeMatter.Interest => "a declared interest",
            NoticeMatter.Workflow => "a workflow",
            NoticeMatter.Request => "a request of a workflow",
            NoticeMatter.Deadline => "deadlines that were counted again",
            NoticeMatter.Framework => "a change of the framework",
            NoticeMatter.Retention => "how long something is kept",
            NoticeMatter.Attestation => "the quarterly review of who holds what",
            _ => throw new ArgumentOutOfRangeException(nameof(matter)),
        };

    private static string OnTheWall(DateTime due) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{London.DateOf(due):dddd d MMMM yyyy} at {London.TimeOf(due):HH:mm}"
        );

    private static string Count(int number, string one, string? many = null) =>
        number == 1 ? $"1 {one}" : $"{Number(number)} {many ?? one + "s"}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string At(Uri site, string page) => new Uri(site, page).AbsoluteUri;

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Paragraphs(params string[] paragraphs) => string.Join("\n\n", paragraphs);
}
