using Governance.Host.Composition;

if (CommandLine.RunOffline(args) is { } exitCode)
{
    return exitCode;
}

try
{
    WebApplicationBuilder builder = WebApplication.CreateBuilder(
        new WebApplicationOptions
        {
            Args = CommandLine.SettingsIn(args),
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        }
    );
    builder.AddDefaultSettings();
    if (CommandLine.RunUnchecked(args, builder.Configuration) is { } shown)
    {
        return shown;
    }

    builder.AddGovernance();
    await using WebApplication app = builder.Build();
    if (await CommandLine.RunAsync(args, app, isPrepared: false) is { } told)
    {
        return told;
    }

    // The database is made ready while the routes are laid; nothing is served before both are done.
    Task prepared = Task.Run(app.PrepareAsync);
    app.UseGovernance();
    await prepared;

    if (await CommandLine.RunAsync(args, app, isPrepared: true) is { } done)
    {
        return done;
    }

    await app.RunAsync();
    return CommandLine.Done;
}
catch (CannotStartException cannotStart)
{
    await Console.Error.WriteLineAsync(cannotStart.Message);
    return CommandLine.CannotStart;
}

/// <summary>The service's entry point; the tests start it in process.</summary>
internal sealed partial class Program;
