using Governance.Modules.Policies;

namespace Governance.Host.Pages.About;

/// <summary>
/// The statements that the law asks a public site for. Their texts are data: each installation puts its own beside its database
/// (<c>Statements:Folder</c>), and until it does, the released text is shown with what is still to be checked.
/// </summary>
internal sealed class Statements(IConfiguration configuration, IHostEnvironment environment)
{
    /// <summary>No statement is longer; a longer file is a mistake.</summary>
    private const int Most = 200_000;

    public const string Accessibility = "accessibility";
    public const string Privacy = "privacy";
    public const string Cookies = "cookies";

    private string Folder =>
        configuration["Statements:Folder"]
        ?? Path.Combine(environment.ContentRootPath, "data", "statements");

    /// <summary>A statement as safe HTML; a change of the file shows at once.</summary>
    /// <param name="name">One of the three names; never what somebody typed.</param>
    public async Task<string> ReadAsync(string name, CancellationToken cancellation)
    {
        string own = Path.Combine(Folder, name + ".md");
        string text = File.Exists(own)
            ? await File.ReadAllTextAsync(own, cancellation)
            : await ReleasedAsync(name, cancellation);
        return SafeMarkdown.ToHtml(text.Length > Most ? text[..Most] : text);
    }

    private static async Task<string> ReleasedAsync(string name, CancellationToken cancellation)
    {
        await using Stream released =
            typeof(Statements).Assembly.GetManifestResourceStream($"Statements/{name}.md")
            ?? throw new InvalidOperationException($"There is no statement {name}.");
        using var reader = new StreamReader(released);
        return await reader.ReadToEndAsync(cancellation);
    }
}
