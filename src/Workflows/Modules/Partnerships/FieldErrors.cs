using Governance.Contracts;

namespace Governance.Modules.Partnerships;

/// <summary>Gathers what is wrong with a request, by field, so that one answer names it all.</summary>
internal sealed class FieldErrors
{
    private readonly Dictionary<string, string[]> _errors = new(StringComparer.Ordinal);

    /// <summary>Notes the message when it is so; a field keeps the first of its messages.</summary>
    public void When(bool wrong, string field, string message)
    {
        if (wrong)
        {
            _errors.TryAdd(field, [message]);
        }
    }

    /// <summary>A free text that has to be there, and not longer than the record keeps.</summary>
    public void Text(string? text, string field, string missing)
    {
        When(string.IsNullOrWhiteSpace(text), field, missing);
        When(text?.Length > Limits.Text, field, $"Keep this to {Limits.Text} characters.");
    }

    public Refusal? AsRefusal() => _errors.Count == 0 ? null : Refusal.Invalid(_errors);
}
