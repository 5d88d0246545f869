using Governance.Modules.Record;

namespace Governance.Host.Composition;

/// <summary>What the program does besides serving: <c>verify FILE [--from CHECKPOINT]</c> checks an exported record offline.</summary>
internal static class CommandLine
{
    /// <summary>Does what needs neither database nor configuration, and answers its exit code; null when nothing such was asked.</summary>
    public static int? RunOffline(string[] args) =>
        args is ["verify", .. string[] rest] ? VerifyCommand.Run(Console.Out, rest) : null;
}
