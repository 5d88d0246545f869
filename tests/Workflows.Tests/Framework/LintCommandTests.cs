using Governance.Modules;

namespace Governance.Tests.Workflows.Framework;

public sealed class LintCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lint-");

    [Fact]
    public void Run_TheFrameworksPolicy_MayBePublishedAndIsTold()
    {
        string policy = Write("policy.json", FrameworkLintTests.Policy);
        string older = Write(
            "older.json",
            FrameworkLintTests.Changed(definition =>
                FrameworkLintTests.Step(definition, "Sign")["workingDays"]!["expression"]![
                    "value"
                ] = 20
            )
        );

        (int exit, string said) = Run(policy, "--against", older, "--runs", "50", "--seed", "3");

        Assert.Equal(0, exit);
        Assert.StartsWith("May be published", said, StringComparison.Ordinal);
        Assert.Contains("50 runs in", said, StringComparison.Ordinal);
        Assert.Contains("Working days was 20, and is now 10.", said, StringComparison.Ordinal);
        Assert.Contains("1. Life and withdrawal", said, StringComparison.Ordinal);
        Assert.Contains(
            "asked to sign the same text within 10 working days",
            said,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Run_ADefinitionThatBreaksARule_IsRefusedAndStillTold()
    {
        string file = Write(
            "bad.json",
            FrameworkLintTests.Changed(definition =>
                FrameworkLintTests.Lead(definition, "Draft", "Done", "Publish")
            )
        );

        (int exit, string said) = Run(file, "--runs", "10");

        Assert.Equal(1, exit);
        Assert.Contains(
            "policy.publishes-unsigned, at Publish: ‘Publish’",
            said,
            StringComparison.Ordinal
        );
        Assert.Contains("In plain words", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WhatCannotRun_IsRefusedWithEveryReason()
    {
        string file = Write(
            "unknown.json",
            "{\"definitionId\":\"x\",\"root\":{\"id\":\"r\",\"type\":\"Elsa.Nie\\u0007\"}}"
        );

        (int exit, string said) = Run(file);

        Assert.Equal(1, exit);
        Assert.Contains("activity-unknown, at r", said, StringComparison.Ordinal);
        Assert.DoesNotContain('\u0007', said);
    }

    [Theory]
    [InlineData()]
    [InlineData("--runs", "5")]
    [InlineData("file", "--runs")]
    [InlineData("file", "--runs", "many")]
    [InlineData("file", "--runs", "0")]
    [InlineData("file", "--else", "1")]
    [InlineData("no-such-file")]
    public void Run_WithoutAReadableFile_Answers2(params string[] args) =>
        Assert.Equal(2, Run(args).Exit);

    public void Dispose() => _folder.Delete(recursive: true);

    private static (int Exit, string Said) Run(params string[] args)
    {
        using StringWriter said = new();
        return (LintCommand.Run(said, args), said.ToString());
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
