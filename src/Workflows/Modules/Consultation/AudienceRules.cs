using Governance.Contracts;
using Governance.Modules.Notices;
using Governance.Modules.Partnerships;

namespace Governance.Modules.Consultation;

/// <summary>A body as one key. Stored and on the wire; the forms never change.</summary>
public static class BodyKeys
{
    public const int MaxLength = Storage.Ids.MaxLength + 16;
    public const string Practitioners = "practitioners";
    public const string Scrutiny = "scrutiny";

    private const string AgencyPrefix = "agency:";
    private const string SeatPrefix = "seat:";

    public static string Agency(string id) => AgencyPrefix + id;

    public static string Seat(string seat) => SeatPrefix + seat;

    /// <summary>The agency's id; null for another body.</summary>
    public static string? AgencyOf(string body) =>
        body.StartsWith(AgencyPrefix, StringComparison.Ordinal)
            ? body[AgencyPrefix.Length..]
            : null;

    /// <summary>The seat; null for another body.</summary>
    public static string? SeatOf(string body) =>
        body.StartsWith(SeatPrefix, StringComparison.Ordinal) ? body[SeatPrefix.Length..] : null;

    /// <summary>Who speaks for the body on a day.</summary>
    internal static Recipient Recipient(string body) =>
        AgencyOf(body) is { } agency ? Notices.Recipient.Agency(agency)
        : SeatOf(body) is { } seat ? Notices.Recipient.Seat(seat)
        : Notices.Recipient.Role(body == Scrutiny ? Roles.Scrutineer : Roles.Practitioner);

    /// <summary>What people read for a body that is no agency.</summary>
    internal static string NameOf(string body) =>
        SeatOf(body) switch
        {
            Seats.LocalAuthority => "Local authority",
            Seats.IntegratedCareBoard => "Integrated care board",
            Seats.Police => "Police",
            _ => body == Scrutiny ? "Independent scrutiny" : "Practitioners",
        };
}

/// <summary>A body that is asked, with its name on the day.</summary>
public sealed record AudienceBody(string Body, string Name);

/// <summary>Whom an audience means on a day, and for whom somebody may speak. Pure.</summary>
public static class AudienceRules
{
    private const int MostEntries = 200;

    /// <summary>The bodies that are asked, each once, in a fixed order; or everything that is wrong with the audience.</summary>
    /// <param name="agencies">The relevant agencies of the day.</param>
    public static Result<IReadOnlyList<AudienceBody>> Resolve(
        IReadOnlyList<string?>? entries,
        IReadOnlyList<RelevantAgency> agencies
    )
    {
        if (entries is null or { Count: 0 })
        {
            return Refusal.Invalid(
                "audience",
                "Say who is asked: agencies, practitioners, seats, or the ids of agencies."
            );
        }

        if (entries.Count > MostEntries)
        {
            return Refusal.Invalid("audience", $"Name at most {MostEntries}.");
        }

        Dictionary<string, RelevantAgency> byId = agencies.ToDictionary(
            agency => agency.Id,
            StringComparer.Ordinal
        );
        string[] unknown =
        [
            .. entries
                .Where(entry =>
                    entry
                        is not (
                            Audiences.Agencies
                            or Audiences.Practitioners
                            or Audiences.EverySeat
                        )
                    && (entry is null || !byId.ContainsKey(entry))
                )
                .Select(entry => entry ?? "null")
                .Distinct(StringComparer.Ordinal),
        ];
        if (unknown.Length > 0)
        {
            return Refusal.Invalid(
                new Dictionary<string, string[]>(StringComparer.Ordinal)
                {
                    ["audience"] =
                    [
                        .. unknown.Select(entry =>
                            $"{Shown(entry)} is neither a relevant agency today nor agencies, practitioners or seats."
                        ),
                    ],
                }
            );
        }

        AudienceBody[] bodies = [.. BodiesOf(entries, byId)];
        return bodies.Length == 0
            ? Refusal.Invalid(
                "audience",
                "Nobody would be asked: the partnership has no relevant agency today."
            )
            : bodies;
    }

    /// <summary>
    /// For whom somebody may speak in this consultation: their seats and the scrutiny function always, agencies and practitioners
    /// where they are in the audience. Bodies that wait for an answer come first.
    /// </summary>
    public static IReadOnlyList<string> SpeaksFor(Standing standing, ConsultationWindow window)
    {
        IEnumerable<string> always =
        [
            .. standing.Seats.Select(BodyKeys.Seat),
            .. standing.Holds(Roles.Scrutineer) ? (string[])[BodyKeys.Scrutiny] : [],
        ];
        IEnumerable<string> asked =
        [
            .. standing.Agencies.Select(BodyKeys.Agency),
            .. standing.Holds(Roles.Practitioner) ? (string[])[BodyKeys.Practitioners] : [],
        ];
        return
        [
            .. always
                .Concat(asked.Where(body => Find(window, body) is { IsAsked: true }))
                .OrderBy(body =>
                    Find(window, body) is { IsAsked: true, HasAnswered: false } ? 0 : 1
                )
                .ThenBy(body => body, StringComparer.Ordinal),
        ];
    }

    /// <summary>Whether the audience includes somebody, so that they may read the consulted version.</summary>
    public static bool Includes(ConsultationWindow window, Standing standing) =>
        SpeaksFor(standing, window).Any(body => Find(window, body) is { IsAsked: true });

    private static ConsultedBody? Find(ConsultationWindow window, string body) =>
        window.Bodies.Find(each => each.Body == body);

    private static IEnumerable<AudienceBody> BodiesOf(
        IReadOnlyList<string?> entries,
        Dictionary<string, RelevantAgency> agencies
    )
    {
        if (entries.Contains(Audiences.EverySeat))
        {
            foreach (string seat in Seats.All.Select(BodyKeys.Seat))
            {
                yield return new AudienceBody(seat, BodyKeys.NameOf(seat));
            }
        }

        bool all = entries.Contains(Audiences.Agencies);
        foreach (
            RelevantAgency agency in agencies
                .Values.Where(agency => all || entries.Contains(agency.Id))
                .OrderBy(agency => agency.Name, StringComparer.Ordinal)
                .ThenBy(agency => agency.Id, StringComparer.Ordinal)
        )
        {
            yield return new AudienceBody(BodyKeys.Agency(agency.Id), agency.Name);
        }

        if (entries.Contains(Audiences.Practitioners))
        {
            yield return new AudienceBody(
                BodyKeys.Practitioners,
                BodyKeys.NameOf(BodyKeys.Practitioners)
            );
        }
    }

    private static string Shown(string entry) =>
        entry.Length == 0 ? "An empty entry"
        : entry.Length > 100 ? entry[..100] + "…"
        : entry;
}
