using System.Data.Common;
using Governance.Host.Commands;
using Governance.Modules;
using Governance.Modules.Library;
using Governance.Modules.Transfer.Export;

namespace Governance.Host.Composition;

/// <summary>
/// What the program does besides serving (docs/running.md): <c>verify FILE</c> and <c>lint FILE</c> need neither database nor
/// configuration; the others are listed in <see cref="Command.All"/>.
/// </summary>
internal static class CommandLine
{
    public const int Done = 0;
    public const int Disagrees = 1;
    public const int CannotStart = 2;

    /// <summary>Does what needs neither database nor configuration, and answers its exit code; null when nothing such was asked.</summary>
    public static int? RunOffline(string[] args) =>
        args switch
        {
            ["verify", .. string[] rest] when VerifyExportCommand.IsMeant(rest) =>
                VerifyExportCommand.Run(Console.Out, rest),
            ["verify", .. string[] rest] when !rest.All(IsSetting) => VerifyFileCommand.Run(
                Console.Out,
                rest
            ),
            ["lint", .. string[] rest] => LintCommand.Run(Console.Out, rest),
            _ => null,
        };

    /// <summary>Without a file it is the database's record that is verified.</summary>
    private static bool IsSetting(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal)
        && argument.Contains('=', StringComparison.Ordinal);

    /// <summary>Does what needs the configuration alone, which may be wrong; null when nothing such was asked.</summary>
    public static int? RunUnchecked(string[] args, IConfiguration configuration) =>
        args is [SettingsCommand.Name, ..] ? SettingsCommand.Run(Console.Out, configuration) : null;

    /// <summary>Does what needs the database but serves nobody; null when nothing such was asked.</summary>
    /// <param name="isPrepared">Whether the database has this release's schema by now.</param>
    public static async Task<int?> RunAsync(string[] args, WebApplication app, bool isPrepared)
    {
        if (Command.Named(args) is not { } command || command.IsPrepared != isPrepared)
        {
            return null;
        }

        try
        {
            return await command.RunAsync(command.Of(args, app.Services));
        }
        catch (DbException failed)
        {
            throw new CannotStartException($"The database cannot do it: {failed.Message}");
        }
    }

    /// <summary>The arguments without the command and its file, whose path a configuration source would take for a switch.</summary>
    public static string[] SettingsIn(string[] args) =>
        args is [SettingsCommand.Name, .. string[] settings]
            ? settings
            : Command.Named(args)?.SettingsIn(args) ?? args;
}
