using System.Text.Json;
using Microsoft.Playwright;

namespace Governance.Tests.Shared;

/// <summary>axe-core over a page as the browser shows it: WCAG 2.2 A and AA, and what its authors call best practice.</summary>
public static class Axe
{
    /// <summary>Whether it looks at each page in every size, and not in one: <c>GOVERNANCE_JOURNEYS=all</c>, by hand.</summary>
    public static bool LooksEverywhere { get; } =
        Environment.GetEnvironmentVariable("GOVERNANCE_JOURNEYS") == "all";

    private static readonly Lazy<string> Source = new(() =>
        File.ReadAllText(
            Path.Combine(
                HostProcess.RepositoryFolder(),
                "src",
                "Host",
                "node_modules",
                "axe-core",
                "axe.min.js"
            )
        )
    );

    private const string Run = """
        async (besides) => {
          const found = await axe.run(besides ? { include: ['html'], exclude: [besides] } : document, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
            rules: { 'target-size': { enabled: true } },
          });
          return JSON.stringify(found.violations.map(violation =>
            `${violation.id}: ${violation.help}: ${violation.nodes.slice(0, 3).map(node => node.target.join(' ')).join(' | ')}`));
        }
        """;

    /// <summary>What is wrong, one line each; empty when nothing is.</summary>
    /// <param name="besides">A part that is not looked at: somebody else's, with a reason.</param>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(
        IPage page,
        string? besides = null
    )
    {
        await page.EvaluateAsync(Source.Value);
        return JsonSerializer.Deserialize<string[]>(
            await page.EvaluateAsync<string>(Run, besides)
        )!;
    }
}
