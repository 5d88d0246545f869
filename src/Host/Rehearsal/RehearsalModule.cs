namespace Governance.Host.Rehearsal;

/// <summary>
/// The rehearsal (DESIGN §12): an example partnership, everybody's tokens, a clock that can be set. Compiled only when the
/// REHEARSAL constant is set; a Release build contains nothing of this namespace.
/// </summary>
internal static class RehearsalModule
{
    /// <summary>Where one chooses whom to be.</summary>
    public const string Address = "/rehearsal";

    public static void AddRehearsal(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RehearsalStore>();
        builder.Services.AddSingleton<RehearsalTimeProvider>();
        builder.Services.AddSingleton<TimeProvider>(provider =>
            provider.GetRequiredService<RehearsalTimeProvider>()
        );
        builder.Services.AddSingleton<RehearsalTokens>();
        builder.Services.AddSingleton<RehearsalClockSetting>();
        builder.Services.AddSingleton<ExampleReviews>();
        builder.Services.AddSingleton<ExamplePartnership>();
        RehearsalTokens.AddSignIn(builder.Services);
    }

    public static void MapRehearsal(IEndpointRouteBuilder routes) => routes.MapRehearsalApi();

    public static async Task PrepareAsync(IServiceProvider services)
    {
        await services.GetRequiredService<RehearsalStore>().PrepareAsync();
        await services.GetRequiredService<ExamplePartnership>().LoadAsync();
    }
}
