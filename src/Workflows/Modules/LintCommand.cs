using System.Diagnostics;
using System.Globalization;
using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;
using Governance.Engine.PlainWords;
using Governance.Engine.Simulation;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Modules;

/// <summary>
/// <c>lint FILE [--against FILE] [--runs N] [--seed N]</c>: what stands against publishing a definition, what usually happens in it,
/// and the definition in plain words; with an older version, what is different. It opens no database and no connection.
/// </summary>
public static class LintCommand
{
    public const int MayBePublished = 0;
    public const int IsRefused = 1;
    public const int CannotTell = 2;

    private const int LargestFile = 4 * 1024 * 1024;
    private const int MostRuns = 1_000_000;
    private const int MostPaths = 5;

    private const string Usage =
        "Usage: lint FILE [--against FILE] [--runs N] [--seed N], where FILE is a workflow definition in JSON.";

    /// <param name="args">What follows after the word "lint".</param>
    public static int Run(TextWriter @out, string[] args)
    {
        Dictionary<string, string> options = [];
        if (
            args.Length % 2 == 0
            || args[0].StartsWith("--", StringComparison.Ordinal)
            || !TryOptions(args[1..], options)
            || !TryNumber(options, "--runs", 1_000, MostRuns, out int runs)
            || !TryNumber(options, "--seed", 1, int.MaxValue - MostRuns, out int seed)
        )
        {
            @out.WriteLine(Usage);
            return CannotTell;
        }

        // The composition of the product: its activities, rules and stand-ins. Nothing of it touches a database.
        using ServiceProvider services = new ServiceCollection()
            .AddGovernanceModules("unused.pem")
            .BuildServiceProvider();
        try
        {
            if (Plan(@out, services, args[0]) is not { } plan)
            {
                return IsRefused;
            }

            LintReport report = services.GetRequiredService<Linter>().Check(plan);
            Say(@out, report);
            Say(@out, Simulate(services, plan, runs, seed, out double seconds), seconds);
            if (options.TryGetValue("--against", out string? against))
            {
                if (Plan(@out, services, against) is not { } before)
                {
                    return IsRefused;
                }

                Heading(@out, "What is different");
                IReadOnlyList<string> differences = PlainDifference.Between(before, plan);
                Lines(@out, differences.Count == 0 ? ["Nothing, for anybody."] : differences);
            }

            Heading(@out, "In plain words");
            @out.WriteLine(Plain(PlainOutline.Of(plan).Write()));
            return report.Refused.Count == 0 ? MayBePublished : IsRefused;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            @out.WriteLine($"Cannot be read: {Plain(unreadable.Message)}");
            return CannotTell;
        }
    }

    private static WorkflowPlan? Plan(TextWriter @out, ServiceProvider services, string file)
    {
        if (new FileInfo(file) is { Exists: true, Length: > LargestFile })
        {
            throw new IOException($"{file} is larger than any definition.");
        }

        Planning planning = services
            .GetRequiredService<DefinitionPlanner>()
            .Plan(File.ReadAllText(file));
        if (planning.Plan is null)
        {
            @out.WriteLine($"{Plain(Path.GetFileName(file))} cannot run:");
            Findings(@out, planning.Errors);
        }

        return planning.Plan;
    }

    private static SimulationSummary Simulate(
        ServiceProvider services,
        WorkflowPlan plan,
        int runs,
        int seed,
        out double seconds
    )
    {
        long began = Stopwatch.GetTimestamp();
        SimulationSummary summary = services
            .GetRequiredService<Simulator>()
            .RunMany(
                plan,
                new SimulationSettings { Seed = seed, SubjectType = plan.DefinitionId },
                runs
            );
        seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return summary;
    }

    private static void Say(TextWriter @out, LintReport report)
    {
        @out.WriteLine(
            report.Refused.Count == 0
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"May be published: every way was looked at, {report.Situations} situations."
                )
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"REFUSED, for {report.Refused.Count} reason{(report.Refused.Count == 1 ? "" : "s")}:"
                )
        );
        Findings(@out, report.Refused);
        if (report.Hints.Count > 0)
        {
            Heading(@out, "Allowed, but probably not meant");
            Findings(@out, report.Hints);
        }
    }

    private static void Say(TextWriter @out, SimulationSummary seen, double seconds)
    {
        Heading(@out, "What was seen when it was played through (no proof)");
        List<string> lines =
        [
            Text(
                $"{seen.Runs} runs in {seconds:0.0} seconds: {seen.Finished} ended, {seen.Waiting} still waited, {seen.Faulted} stopped with a fault. The longest took {seen.LongestRun.TotalDays:0} days. {seen.Paths.Count} different paths."
            ),
        ];
        foreach (SimulatedPath path in seen.Paths.Take(MostPaths))
        {
            string workingDays = path.MedianWorkingDays is { } days
                ? Text($" ({days} working days)")
                : "";
            lines.Add(
                Text(
                    $"{path.Runs} times, {path.Shortest.TotalDays:0} to {path.Longest.TotalDays:0} days, the middle one {path.Median.TotalDays:0}{workingDays}: {path.Words}"
                )
            );
        }

        lines.AddRange(Counted("Asked, in", seen.Asked, seen.Runs));
        lines.AddRange(Counted("Late, in", seen.Late, seen.Runs));
        lines.AddRange(Counted("Fault, in", seen.Faults, seen.Runs));
        lines.AddRange(
            seen.NeverReached.Select(step => $"No run came to ‘{step.Title}’ ({step.Id}).")
        );
        lines.AddRange(
            seen.Unanswered.Select(kind =>
                $"Nothing stands in for {kind}: do not rely on what follows it."
            )
        );
        Lines(@out, lines);
    }

    private static IEnumerable<string> Counted(
        string what,
        IReadOnlyDictionary<string, int> counts,
        int runs
    ) =>
        counts
            .OrderByDescending(one => one.Value)
            .ThenBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => Text($"{what} {100.0 * one.Value / runs:0} % of the runs: {one.Key}"));

    private static void Findings(TextWriter @out, IReadOnlyList<DefinitionFinding> findings) =>
        Lines(
            @out,
            findings.Select(finding =>
                finding.Activity is { Length: > 0 } activity
                    ? $"{finding.Code}, at {activity}: {finding.Reason}"
                    : $"{finding.Code}: {finding.Reason}"
            )
        );

    private static void Heading(TextWriter @out, string heading)
    {
        @out.WriteLine();
        @out.WriteLine(heading);
    }

    private static void Lines(TextWriter @out, IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            @out.WriteLine($"- {Plain(line)}");
        }
    }

    private static bool TryOptions(string[] rest, Dictionary<string, string> options)
    {
        for (int at = 0; at < rest.Length; at += 2)
        {
            if (
                rest[at] is not ("--against" or "--runs" or "--seed")
                || !options.TryAdd(rest[at], rest[at + 1])
            )
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryNumber(
        Dictionary<string, string> options,
        string name,
        int usual,
        int most,
        out int number
    )
    {
        number = usual;
        return !options.TryGetValue(name, out string? text)
            || (
                int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number)
                && number >= 1
                && number <= most
            );
    }

    private static string Text(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);

    /// <summary>What a file says goes to somebody's terminal: no control characters but the ends of lines.</summary>
    private static string Plain(string text) =>
        string.Concat(
            text.Select(sign => char.IsControl(sign) && sign is not ('\n' or '\r') ? ' ' : sign)
        );
}
