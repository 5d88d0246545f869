namespace Governance.Host.Commands;

/// <summary>What the program can do besides serving, with the database as configured.</summary>
/// <param name="Operands">How many words follow its name.</param>
/// <param name="Switches">Words that may follow as well. Everything else is a setting.</param>
/// <param name="IsPrepared">Whether the database is brought to this release's schema first.</param>
internal sealed record Command(
    string Name,
    int Operands,
    string[] Switches,
    bool IsPrepared,
    Func<Invocation, Task<int>> RunAsync
)
{
    public static IReadOnlyList<Command> All { get; } =
    [
        new("migrate", 0, ["--check"], IsPrepared: false, MigrateCommand.RunAsync),
        new("verify", 0, [], IsPrepared: false, VerifyDatabaseCommand.RunAsync),
        new("backup", 1, [], IsPrepared: false, BackupCommand.RunAsync),
        new("export", 1, [], IsPrepared: false, ExportCommand.RunAsync),
        new("restore", 1, ["--replace"], IsPrepared: false, RestoreCommand.RunAsync),
        new("reconcile", 0, [], IsPrepared: true, ReconcileCommand.RunAsync),
        new("import", 2, ["--dry-run"], IsPrepared: true, ImportCommand.RunAsync),
        new("reindex", 0, [], IsPrepared: true, ReindexCommand.RunAsync),
        new("establish", 1, [], IsPrepared: true, EstablishCommand.RunAsync),
        new("bootstrap", 0, [], IsPrepared: true, BootstrapCommand.RunAsync),
#if REHEARSAL
        new(
            "seed",
            0,
            [],
            IsPrepared: true,
            asked => Rehearsal.Seed.SeedCommand.RunAsync(asked.Services)
        ),
#endif
    ];

    /// <summary>The command that the arguments begin with; null when they only set something.</summary>
    public static Command? Named(string[] args) =>
        args.Length == 0
            ? null
            : All.SingleOrDefault(command => command.Name == args[0] && command.Fits(args));

    public Invocation Of(string[] args, IServiceProvider services) =>
        new(args[1..(1 + Operands)], [.. args.Where(Switches.Contains)], services, Console.Out)
        {
            Progress = new ToldLines(Console.Error),
        };

    /// <summary>What is left for the configuration, which would take a switch or a path for a setting.</summary>
    public string[] SettingsIn(string[] args) =>
        [.. args.Skip(1 + Operands).Where(argument => !Switches.Contains(argument))];

    private bool Fits(string[] args) => args.Length > Operands;
}
