using Governance.Contracts;
using Governance.Host.Composition;
using Governance.Modules.Record;
using Governance.Storage;

namespace Governance.Host.Commands;

/// <summary><c>verify</c> without a file: every record of the database, from its first entry, and what the records speak of.</summary>
internal static class VerifyDatabaseCommand
{
    public static async Task<int> RunAsync(Invocation asked)
    {
        SchemaState schema = await asked.Services.GetRequiredService<SchemaSetup>().LookAsync();
        return schema.IsCurrent
            ? await RunAsync(asked.Out, asked.Services)
            : throw new CannotStartException(
                "The database has another schema than this release. Use the release that made it, or migrate first."
            );
    }

    /// <summary>The same of a database whose schema is known to be right.</summary>
    public static async Task<int> RunAsync(TextWriter @out, IServiceProvider services)
    {
        IReadOnlyDictionary<string, LastVerification> all = await services
            .GetRequiredService<LastVerifications>()
            .VerifyAllAsync();
        foreach ((string partnership, LastVerification last) in all)
        {
            Tell(@out, partnership, last.Found);
        }

        int broken = all.Count(each => !each.Value.Found.Ok);
        @out.WriteLine($"{all.Count} records, {broken} of which do not verify");
        return broken == 0 ? CommandLine.Done : CommandLine.Disagrees;
    }

    private static void Tell(TextWriter @out, string partnership, RecordVerification found)
    {
        @out.WriteLine(
            found.FirstBad is { } entry
                ? $"DOES NOT VERIFY: the record of {partnership}, entry {entry}: {found.Why}."
                : $"Verifies: the record of {partnership}, {found.Entries} entries."
        );
        foreach (RecordDisagreement each in found.Disagreements ?? [])
        {
            @out.WriteLine($"DOES NOT FIT: {each.Type} {each.Id} of {partnership}: {each.Why}");
        }
    }
}
