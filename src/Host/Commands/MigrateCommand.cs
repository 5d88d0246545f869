using Governance.Host.Composition;
using Governance.Storage;

namespace Governance.Host.Commands;

/// <summary>
/// <c>migrate [--check]</c>: says what it will do to the schema, does it, and says that it did; with <c>--check</c> it only says. A
/// host that starts meanwhile waits.
/// </summary>
internal static class MigrateCommand
{
    public static async Task<int> RunAsync(Invocation asked)
    {
        SchemaSetup schema = asked.Services.GetRequiredService<SchemaSetup>();
        SchemaState state = await schema.LookAsync();
        if (state.IsUnknown)
        {
            throw SchemaAtStart.CannotStart(state.Unknown);
        }

        foreach (string migration in state.Pending)
        {
            asked.Out.WriteLine($"To do: {migration}");
        }

        if (asked.Has("--check"))
        {
            asked.Out.WriteLine(
                state.IsCurrent
                    ? $"The schema is that of this release: {state.Applied.Count} migrations."
                    : $"{state.Pending.Count} to do; nothing was changed."
            );
            return state.IsCurrent ? CommandLine.Done : CommandLine.Disagrees;
        }

#if REHEARSAL
        asked.Services.GetRequiredService<Rehearsal.RehearsalStore>().RefuseRealWork();
#endif
        foreach (string migration in await schema.ApplyAsync())
        {
            asked.Out.WriteLine($"Done:  {migration}");
        }

        asked.Out.WriteLine("The schema is that of this release.");
        return CommandLine.Done;
    }
}
