using Governance.Contracts;
using Governance.Contracts.Attestations;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;

namespace Governance.Modules.Attestations;

/// <summary>
/// When a quarter's attestations open, who may answer, and what an answer has to say (DOMAIN B1.10). Pure.
/// </summary>
public static class AttestationRules
{
    /// <summary>The limit of an answer.</summary>
    public const int WorkingDays = 20;

    public const int MostReason = 300;

    public static IReadOnlyList<int> ReminderWorkingDays { get; } = [5, 1];

    /// <summary>
    /// The quarter whose attestations are to be open on a day, from its first working day on; never an earlier one. Null before
    /// that day, and in the quarter in which the partnership itself began: everybody has just been appointed.
    /// </summary>
    public static Quarter? Opens(DateOnly today, DateOnly established, WorkingCalendar calendar)
    {
        Quarter present = Quarter.Of(today);
        return today >= present.FirstWorkingDay(calendar) && established < present.FirstDay
            ? present
            : null;
    }

    /// <summary>The appointments that an attestation of a body is about: those of its own partnership, held on the day.</summary>
    public static IReadOnlyList<Appointment> ListOf(
        string body,
        string partnershipId,
        DateOnly on,
        IEnumerable<Appointment> appointments
    ) =>
        [
            .. appointments
                .Where(a => a.PartnershipId == partnershipId && a.IsHeldOn(on))
                .Where(a => AttestationBodies.Of(a.Role, a.Seat) == body)
                .OrderBy(a => a.Role, StringComparer.Ordinal)
                .ThenBy(a => Levels.All.ToList().IndexOf(a.Level ?? string.Empty))
                .ThenBy(a => a.Id, StringComparer.Ordinal),
        ];

    /// <summary>Null when the person may answer now; whoever is not asked learns that first.</summary>
    public static Refusal? Check(Attestation attestation, Standing standing) =>
        !AttestationBodies.Answers(attestation.Body, standing) ? AttestationsRefusals.NotAsked
        : attestation.State != AttestationStates.Open ? AttestationsRefusals.Over
        : null;

    /// <summary>
    /// One verdict for each appointment of the list, in its order, or why not: somebody was left out, something was said twice, of
    /// somebody who is not on the list or without the words that it needs, or about the end of one's own appointment.
    /// </summary>
    public static Result<Verdict[]> Decide(
        IReadOnlyList<Appointment> list,
        IReadOnlyDictionary<string, string> names,
        AttestBody given,
        string personId
    )
    {
        ILookup<string, AttestVerdict> said = (given.Appointments ?? [])
            .OfType<AttestVerdict>()
            .ToLookup(each => each.Appointment ?? string.Empty, StringComparer.Ordinal);
        Dictionary<string, string[]> errors = new(StringComparer.Ordinal);
        List<Verdict> verdicts = [];
        List<string> missing = [];
        foreach (Appointment appointment in list)
        {
            string name =
                $"{names.GetValueOrDefault(appointment.PersonId, appointment.PersonId)}, {RoleWords.Of(appointment)}";
            if (said[appointment.Id].FirstOrDefault()?.Verdict is null or "")
            {
                missing.Add(name);
                errors[appointment.Id] = [$"Say whether they still hold it: {name}."];
            }
            else if (Wrong(said[appointment.Id], name) is { } wrong)
            {
                errors[appointment.Id] = [wrong];
            }
            else
            {
                AttestVerdict one = said[appointment.Id].First();
                verdicts.Add(new Verdict(appointment, one.Verdict!, WordsOf(one)));
            }
        }

        HashSet<string> listed = [.. list.Select(a => a.Id)];
        if (said.Any(each => !listed.Contains(each.Key)))
        {
            errors["appointments"] =
            [
                "Something is said of an appointment that this body does not hold today.",
            ];
        }

        if (missing.Count > 0)
        {
            return AttestationsRefusals.Missing(missing, errors);
        }

        if (errors.Count > 0)
        {
            return Refusal.Invalid(errors);
        }

        return verdicts.Any(each => each.Ends && each.Appointment.PersonId == personId)
            ? AttestationsRefusals.OwnAppointment
            : verdicts.ToArray();
    }

    private static string? Wrong(IEnumerable<AttestVerdict> said, string name)
    {
        AttestVerdict one = said.First();
        string? words = WordsOf(one);
        return said.Skip(1).Any() ? $"Answer once for {name}."
            : !AttestationVerdicts.All.Contains(one.Verdict)
                ? $"Say of {name} whether they hold it, have left or changed role."
            : one.Verdict == AttestationVerdicts.Other && words is null
                ? $"Say why the appointment ends: {name}."
            : words?.Length > MostReason ? $"Keep the reason to {MostReason} characters: {name}."
            : null;
    }

    private static string? WordsOf(AttestVerdict said) =>
        said.Verdict == AttestationVerdicts.Other && !string.IsNullOrWhiteSpace(said.Reason)
            ? said.Reason.Trim()
            : null;
}

/// <summary>What was said of one appointment.</summary>
/// <param name="Words">The reason in words, where it ends for another than the named ones.</param>
public sealed record Verdict(Appointment Appointment, string Said, string? Words)
{
    public bool Ends => Said != AttestationVerdicts.Holds;

    public string Reason => AttestationVerdicts.Reason(Said, Words);
}
