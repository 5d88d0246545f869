using Governance.Engine.Simulation;
using Governance.Modules.Definitions;

namespace Governance.Host.Pages.Definitions;

/// <summary>How definitions and their versions stand, in words.</summary>
internal static class DefinitionWords
{
    /// <summary>“Version 3 is published; version 4 is a draft”.</summary>
    public static string Standing(DefinitionLine definition) =>
        (definition.Published, definition.Latest) switch
        {
            ({ } published, { IsDraft: true } latest) =>
                $"Version {published.Version} is published; version {latest.Version} is a draft",
            ({ } published, _) => $"Version {published.Version} is published",
            (_, { IsDraft: true } latest) => $"Version {latest.Version} is a draft",
            var (_, latest) => $"Version {latest.Version} was taken back",
        };

    public static string Waiting(DefinitionWaiting waiting) =>
        (waiting.Action == "publish" ? "To publish" : "To take back")
        + $" version {waiting.Version} waits for a second person"
        + (waiting.IsCurrent ? "" : ", but the text has changed since");

    /// <summary>“12 on version 3, 1 on version 2”, or that nothing runs.</summary>
    public static string Running(DefinitionLine definition) =>
        string.Join(
            ", ",
            definition
                .Versions.Where(version => version.Running > 0)
                .Select(version => $"{version.Running} on version {version.Version}")
        )
            is { Length: > 0 } words
            ? words
            : "Nothing runs now";

    public static string State(DefinitionVersionLine version) =>
        version.IsPublished ? "published"
        : version.IsDraft ? "draft"
        : version.Retracted is not null ? "retracted"
        : "superseded";

    /// <summary>Whether the text as it stands now has been rehearsed.</summary>
    public static string Rehearsed(DefinitionRehearsed? rehearsal, DefinitionVersionLine version) =>
        rehearsal is null ? "Not yet"
        : rehearsal.Hash == version.Hash
            ? $"Version {version.Version} as it stands, on {Dates.Moment(rehearsal.At)}"
        : $"Version {rehearsal.Version} on {Dates.Moment(rehearsal.At)}; the text has changed since";

    /// <summary>How a rehearsed case ended.</summary>
    public static string Ended(RehearsedRun run) =>
        (
            run.How switch
            {
                "Finished" => "Ended",
                "Faulted" => "Stopped with a fault",
                _ => "Still waited",
            }
        )
        + (
            run.WorkingDays is { } days
                ? $" after {Words.Count(days, "working day", "working days")}"
                : ""
        );
}
