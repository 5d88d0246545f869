using Governance.Engine.Instances;
using Governance.Host.Composition;

namespace Governance.Host.Commands;

/// <summary><c>reconcile</c>: says where workflows and modules disagree.</summary>
internal static class ReconcileCommand
{
    public static async Task<int> RunAsync(Invocation asked)
    {
        IReadOnlyList<Drift> drifts = await asked
            .Services.GetRequiredService<Reconciliation>()
            .RunAsync();
        return Tell(asked.Out, drifts);
    }

    public static int Tell(TextWriter @out, IReadOnlyList<Drift> drifts)
    {
        foreach (Drift drift in drifts)
        {
            @out.WriteLine(
                $"{drift.Code} {drift.PartnershipId} {drift.Subject.Type} {drift.Subject.Id}: {drift.Text}"
            );
        }

        @out.WriteLine($"{drifts.Count} disagreements");
        return drifts.Count == 0 ? CommandLine.Done : CommandLine.Disagrees;
    }
}
