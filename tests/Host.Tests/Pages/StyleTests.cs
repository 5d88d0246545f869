namespace Governance.Tests.Host.Pages;

/// <summary>The product's own style sheet as it is served.</summary>
public sealed class StyleTests(RunningHost host) : IClassFixture<RunningHost>
{
    /// <summary>A browser says nothing of a block that is left open; what follows it only counts inside.</summary>
    [Fact]
    public async Task StyleSheet_ClosesEachBlockBeforeTheNextLineAtTheMarginBegins()
    {
        string css = await host.Client.GetStringAsync("/site.css");
        int depth = 0;
        int number = 0;
        foreach (string line in css.Split('\n'))
        {
            number++;
            bool begins = line.Length > 0 && !char.IsWhiteSpace(line[0]) && line[0] != '}';
            Assert.True(depth == 0 || !begins, $"Line {number} begins within a block: {line}");
            depth += line.Count(c => c == '{') - line.Count(c => c == '}');
        }

        Assert.Equal(0, depth);
    }
}
