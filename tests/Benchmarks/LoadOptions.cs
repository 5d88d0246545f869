namespace Governance.Benchmarks;

/// <summary>How many people, for how long, with what pause between two of their requests; on a host that runs or on one of its own.</summary>
internal sealed record LoadOptions(
    Uri? Url,
    string? Database,
    string Partnership,
    int Users,
    int Seconds,
    int ThinkMilliseconds,
    int Instances
)
{
    public static LoadOptions Read(string[] args)
    {
        Dictionary<string, string> given = new(StringComparer.Ordinal);
        for (int at = 0; at + 1 < args.Length; at += 2)
        {
            given[args[at]] = args[at + 1];
        }

        return new LoadOptions(
            given.TryGetValue("--url", out string? url) ? new Uri(url) : null,
            given.GetValueOrDefault("--database"),
            given.GetValueOrDefault("--partnership", "example"),
            Number("--users", 50),
            Number("--seconds", 30),
            Number("--think", 250),
            Number("--instances", 0)
        );

        int Number(string name, int usual) =>
            given.TryGetValue(name, out string? text) ? int.Parse(text) : usual;
    }
}
