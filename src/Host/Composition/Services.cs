using Governance.Host.Api;
using Governance.Host.Health;
using Governance.Host.Housekeeping;
using Governance.Host.Pages.About;
using Governance.Host.Pages.Escalation;
using Governance.Host.Pages.Shared;
using Governance.Host.Sending;
using Governance.Host.Settings;
using Governance.Host.SignIn;
using Governance.Host.Telemetry;
using Governance.Modules;
using Governance.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Composition;

/// <summary>Everything the service is made of, registered by name; nothing is scanned for.</summary>
internal static class Services
{
    public static void AddGovernance(this WebApplicationBuilder builder)
    {
        builder.Host.UseDefaultServiceProvider(provider =>
        {
            provider.ValidateOnBuild = true;
            provider.ValidateScopes = true;
        });
        SettingsCheck.ThrowIfWrong(builder.Configuration);
        // First of what is started, hence the last that stops.
        builder.AddTelemetry();
        builder.AddHosts();
        builder.AddRequestLimits();
        builder.Services.AddSingleton(new DatabaseClock());
        builder.AddWho();
        builder.AddWire();
        DatabaseSettings settings = Database.SettingsOf(builder.Configuration);
        builder.Services.AddGovernanceStorage(settings);
        builder.AddSending();
        builder.Services.AddGovernanceModules(
            SigningKeyOf(builder.Configuration, builder.Environment)
        );
        builder.Services.AddSingleton<Reading>();
        builder.Services.AddScoped<Viewer>();
        builder.Services.AddScoped<Navigation>();
        builder.Services.AddSingleton<Statements>();
        builder.Services.AddSingleton<KeyCookie>();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<DueWork>();
        builder.Services.AddSingleton<SchemaAtStart>();
        builder.AddHousekeeping(settings);
        builder.Services.AddHostedService<BackgroundWork>();
        builder
            .Services.AddHealthChecks()
            .AddCheck<DatabaseReady>("database")
            .AddCheck<NoticesGoOut>("notices");
    }

    /// <summary>The file of the key that signs the record's checkpoints.</summary>
    public static string SigningKeyOf(IConfiguration configuration, IHostEnvironment environment) =>
        configuration["Record:SigningKey"]
        ?? Path.Combine(environment.ContentRootPath, "data", "checkpoints.pem");

    /// <summary>Who calls, and what time it is for them.</summary>
    private static void AddWho(this WebApplicationBuilder builder)
    {
#if REHEARSAL
        Rehearsal.RehearsalModule.AddRehearsal(builder);
        builder.Services.AddSingleton(Rehearsal.ExampleData.Directories);
#else
        builder.Services.AddSingleton<TimeProvider>(provider =>
            provider.GetRequiredService<DatabaseClock>()
        );
        builder.AddEntraSignIn();
#endif
        builder.AddPageSignIn();
        AuthorizationPolicy signedIn = new AuthorizationPolicyBuilder()
            .RequireAuthenticatedUser()
            .RequireClaim(SignedInPerson.Claim)
            .Build();
        builder
            .Services.AddAuthorizationBuilder()
            .SetDefaultPolicy(signedIn)
            .SetFallbackPolicy(signedIn);
        builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, SignInAnswers>();
    }

    /// <summary>JSON, errors, pages, the OpenAPI document.</summary>
    private static void AddWire(this WebApplicationBuilder builder)
    {
        builder.Services.ConfigureHttpJsonOptions(json =>
            WireFormat.Configure(json.SerializerOptions)
        );
        builder.Services.Configure<Microsoft.AspNetCore.Mvc.JsonOptions>(json =>
            WireFormat.Configure(json.JsonSerializerOptions)
        );
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.AddExceptionHandler<UnhandledErrors>();
        builder.Services.AddProblemDetails();
        // Pages name their own address; the rehearsal's lie in its own folder, so that they can be left out whole.
        builder
            .Services.AddRazorPages(pages => pages.RootDirectory = "/")
            .AddMvcOptions(mvc =>
            {
                // What is missing is the act's to say, in its own words and all of it at once.
                mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            });
        builder.Services.Configure<CookieTempDataProviderOptions>(told =>
            told.Cookie.Name = "governance-told"
        );
        builder.Services.AddAntiforgery(tokens =>
        {
            tokens.Cookie.Name = "governance-form";
            tokens.FormFieldName = "__form";
        });
        builder.Services.AddOpenApiDocument();
    }
}
