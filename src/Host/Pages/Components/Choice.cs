namespace Governance.Host.Pages.Components;

/// <summary>One of several answers: what is sent, what is read, and a hint.</summary>
public sealed record Choice(string Value, string Text, string? Hint = null)
{
    public static Choice[] Of(IEnumerable<string> values, Func<string, string> words) =>
        [.. values.Select(value => new Choice(value, words(value)))];
}
