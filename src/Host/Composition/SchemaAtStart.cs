using System.Data.Common;
using Governance.Storage;

namespace Governance.Host.Composition;

/// <summary>
/// Brings the schema when the host starts. Hosts that start together on one database get in each other's way; whoever loses looks
/// again, and then finds it done.
/// </summary>
internal static class SchemaAtStart
{
    private const int Attempts = 8;
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(250);

    public static async Task BringAsync(this SchemaSetup schema)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await schema.ApplyAsync();
                return;
            }
            catch (DbException) when (attempt < Attempts)
            {
                await Task.Delay(Wait * attempt, RealTime.Clock);
            }
        }
    }
}
