using System.Data.Common;
using Governance.Storage;

namespace Governance.Host.Composition;

/// <summary>
/// Brings the schema when the host starts, or refuses to start where that is left to an operator. A server that starts at the same
/// time as its hosts is waited for. From then on the host goes by the server's clock.
/// </summary>
internal sealed class SchemaAtStart(
    SchemaSetup schema,
    DatabaseSettings settings,
    IReadGovernance read,
    DatabaseClock clock
)
{
    private const int Attempts = 8;
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(250);

    public async Task BringAsync()
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await (settings.MigratesAtStart ? schema.ApplyAsync() : LookAsync());
                await using GovernanceDb db = read.OpenReader();
                await clock.FollowAsync(db);
                return;
            }
            catch (UnknownSchemaException newer)
            {
                throw CannotStart(newer.Unknown);
            }
            catch (DbException) when (attempt < Attempts)
            {
                await Task.Delay(Wait * attempt, RealTime.Clock);
            }
            catch (DbException gone) when (gone.IsTransient)
            {
                throw new CannotStartException($"The database does not answer: {gone.Message}");
            }
        }
    }

    public static CannotStartException CannotStart(IReadOnlyList<string> unknown) =>
        new(
            $"The database has a schema that this release does not know ({string.Join(", ", unknown)}): a later release made it, "
                + "or a build from before 0.1.0. Start what made it, or restore a backup from before."
        );

    private async Task LookAsync()
    {
        SchemaState state = await schema.LookAsync();
        if (state.IsUnknown)
        {
            throw new UnknownSchemaException(state.Unknown);
        }

        if (!state.IsCurrent)
        {
            throw new CannotStartException(
                $"The database lacks {state.Pending.Count} of this release's migrations, and Database:MigrateAtStart is false. "
                    + "Run the command migrate, then start again."
            );
        }
    }
}
