using Governance.Contracts;
using Governance.Modules.Partnerships;

namespace Governance.Host.Pages;

/// <summary>Wire names in the words that people read; a name that is not known is shown as it is.</summary>
internal static class Words
{
    public static string ListKind(string kind) =>
        kind switch
        {
            ImportKinds.Agencies => "Relevant agencies",
            ImportKinds.People => "People and their appointments",
            ImportKinds.Policies => "Policies",
            ImportKinds.Groups => "Task and finish groups",
            ImportKinds.Tasks => "Tasks of groups",
            ImportKinds.Actions => "Actions of meetings",
            _ => kind,
        };

    public static string Seat(string? seat) =>
        Begin(seat is null ? string.Empty : RoleWords.OfSeat(seat));

    public static string Level(string? level) =>
        level switch
        {
            Levels.Lead => "lead safeguarding partner",
            Levels.Delegate => "delegated safeguarding partner",
            Levels.Deputy => "deputy",
            _ => level ?? string.Empty,
        };

    public static string Role(string role) =>
        role switch
        {
            Roles.StatutoryPartner => "Statutory partner",
            Roles.Scrutineer => "Independent scrutineer",
            Roles.PartnershipChair => "Partnership chair",
            Roles.BusinessUnit => "Business unit",
            Roles.GroupChair => "Group chair",
            Roles.GroupMember => "Group member",
            Roles.AgencyRepresentative => "Agency representative",
            Roles.Practitioner => "Practitioner",
            Roles.Administrator => "Administrator",
            Roles.Inspector => "Inspector",
            _ => role,
        };

    /// <summary>For example "Delegated safeguarding partner, police".</summary>
    public static string Appointment(string role, string? seat, string? level) =>
        seat is null ? Role(role) : $"{Begin(Level(level))}, {RoleWords.OfSeat(seat)}";

    public static string Class(string documentClass) =>
        documentClass switch
        {
            DocumentClasses.Arrangements => "Published arrangements",
            DocumentClasses.ThresholdDocument => "Threshold document",
            DocumentClasses.YearlyReport => "Yearly report",
            DocumentClasses.Policy => "Policy",
            DocumentClasses.Procedure => "Procedure",
            DocumentClasses.PracticeGuidance => "Practice guidance",
            DocumentClasses.Protocol => "Protocol",
            DocumentClasses.PracticeStandards => "Practice standards",
            _ => documentClass,
        };

    /// <summary>States of policies, rounds, appointments, groups and their tasks.</summary>
    public static string State(string state) =>
        state switch
        {
            "signOff" => "Sign-off",
            "held" => "Under way",
            "noEligibleSigner" => "Nobody may sign",
            "notStarted" => "Not started",
            "stoodDown" => "Stood down",
            "skippedForRisk" => "Skipped for risk",
            "awaitingAnswer" => "Waits for an answer",
            "awaitingMeeting" => "Waits for a meeting",
            "awaitingConfirmation" => "Waits for confirmation",
            "awaitingRaiser" => "Answered: waits for the raiser",
            "silent" => "No answer in time",
            "notSatisfied" => "Raiser not satisfied",
            "satisfied" => "Raiser satisfied",
            "notReached" => "Not reached",
            "pendingApproval" => "Waits for approval",
            "inForce" => "In force",
            "dormant" => "Gives no authority",
            "over" => "Over",
            "changing" => "Published, next version in draft",
            _ => Begin(state),
        };

    /// <summary>The colour of a state's tag; the word beside it says the same.</summary>
    public static string StateColour(string state) =>
        state switch
        {
            "draft" or "revision" or "pending" or "pendingApproval" => "govuk-tag--yellow",
            "commissioned" or "proposed" or "due" => "govuk-tag--yellow",
            "consultation" or "closing" or "held" => "govuk-tag--purple",
            "started" => "govuk-tag--turquoise",
            "blocked" => "govuk-tag--orange",
            "completed" or "accepted" or "submitted" or "answered" => "govuk-tag--green",
            "missed" or "returned" => "govuk-tag--red",
            "signOff" or "open" or "notStarted" or "circulated" => "govuk-tag--blue",
            "inForce" or "approved" or "met" => "govuk-tag--green",
            "coming" or "running" => "govuk-tag--blue",
            "dormant" or "expired" => "govuk-tag--red",
            "silent" or "unresolved" or "notSatisfied" => "govuk-tag--red",
            "resolved" or "satisfied" => "govuk-tag--green",
            "awaitingAnswer" or "awaitingMeeting" or "awaitingConfirmation" => "govuk-tag--blue",
            "awaitingRaiser" => "govuk-tag--purple",
            "skippedForRisk" => "govuk-tag--orange",
            "published" or "changing" or "active" or "signed" or "confirmed" => "govuk-tag--green",
            "rejected" or "overdue" or "noEligibleSigner" or "declined" => "govuk-tag--red",
            _ => "govuk-tag--grey",
        };

    public static string Size(long bytes) =>
        bytes < 1024 ? $"{bytes} bytes"
        : bytes < 1024 * 1024 ? $"{bytes / 1024.0:0.#} KB"
        : $"{bytes / 1024.0 / 1024.0:0.#} MB";

    /// <summary>The kind of a file as people call it.</summary>
    public static string FileType(string contentType) =>
        contentType switch
        {
            "application/pdf" => "PDF",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => "Word",
            "application/msword" => "Word",
            "image/png" => "PNG image",
            "image/jpeg" => "JPEG image",
            "text/plain; charset=utf-8" => "text",
            _ => contentType,
        };

    /// <summary>A part of an agency's cascade.</summary>
    public static string CascadePart(string part) =>
        part switch
        {
            "briefed" => "staff briefed",
            "websiteUpdated" => "website",
            "ownPolicyUpdated" => "own policy",
            "trainingUpdated" => "training",
            _ => part,
        };

    public static string Count(int count, string one, string? many = null) =>
        count == 1 ? $"1 {one}" : $"{count} {many ?? one + "s"}";

    public static string Begin(string words) =>
        words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
