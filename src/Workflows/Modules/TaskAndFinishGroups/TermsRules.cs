using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Governance.Contracts;
using Governance.Modules.Partnerships;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>Terms of reference: what they hold, their hash, and the template they begin from (DOMAIN A4, B4.2). Pure.</summary>
internal static class TermsRules
{
    private const string Form = "governance-terms-of-reference/1\n";

    public static Result<string> Check(TermsOfReferenceBody body, DateOnly today, DateOnly sunset)
    {
        FieldErrors errors = new();
        GroupRules.Text(
            errors,
            body.Text,
            "text",
            GroupRules.MostLong,
            "Write the terms of reference; the template is a beginning."
        );
        errors.When(
            body.ReviewOn < today || body.ReviewOn > sunset,
            "reviewOn",
            "The review date lies between today and the day on which the group ends."
        );
        return errors.AsRefusal() is { } refusal ? refusal : Normal(body.Text!);
    }

    /// <summary>SHA-256, lower-case hexadecimal, of the form's name, the review date or nothing, a line end, and the text in UTF-8.</summary>
    public static string HashOf(string text, DateOnly? reviewOn) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    Form
                        + reviewOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                        + "\n"
                        + text
                )
            )
        );

    /// <summary>CR LF and CR become LF, and nothing hangs over.</summary>
    public static string Normal(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim();

    /// <summary>The fields that partnerships' published terms have, filled with what the commission says.</summary>
    public static string Template(Commission commission, string? decision)
    {
        StringBuilder text = new();
        Part("Purpose", commission.Purpose);
        Part("Scope", commission.Scope ?? "To be written by the group.");
        Part(
            "Accountable to",
            $"The {RoleWords.OfSeat(commission.CommissionedBy)} seat."
                + (decision is null ? "" : $" Commissioned by {decision}.")
        );
        Part(
            "Deliverables",
            commission.Deliverables.Count == 0
                ? "To be agreed at the first meeting."
                : string.Join('\n', commission.Deliverables.Select(each => "- " + each))
        );
        Part(
            "Membership",
            "Members by agency, and outside experts, as the group's list of members shows."
        );
        Part(
            "Chair",
            "Appointed by the commissioner. The vice-chair stands in when the chair leaves."
        );
        Part("Quorum", "Half of the members, the chair or the vice-chair among them.");
        Part("Meetings", "As often as the work needs, and at least before each report.");
        Part(
            "Reporting",
            string.Create(
                CultureInfo.InvariantCulture,
                $"A progress report to the commissioner every {commission.ReportEvery} working days."
            )
        );
        Part(
            "End",
            string.Create(
                CultureInfo.InvariantCulture,
                $"Deliverables are due by {commission.Deadline:d MMMM yyyy}. The group ends on {commission.Sunset:d MMMM yyyy} unless its commissioner extends it."
            )
        );
        return text.ToString().TrimEnd();

        void Part(string heading, string words) =>
            text.Append("## ").Append(heading).Append("\n\n").Append(words).Append("\n\n");
    }
}
