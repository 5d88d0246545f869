using Governance.Contracts;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Host.Api;
using Governance.Storage;

namespace Governance.Host.Designer;

/// <summary>What a designer needs to know of activities and expressions.</summary>
internal static class DescriptorRoutes
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>The languages that definitions here are written in; others of Elsa's are refused by name.</summary>
    private static readonly ExpressionDescriptor[] Expressions =
    [
        new("Literal", "Text", true, true, None),
        new(
            "Object",
            "Object",
            true,
            true,
            new Dictionary<string, string> { ["MonacoLanguage"] = "json" }
        ),
        new("Variable", "Variable", true, true, None),
        new("Input", "Input", true, true, None),
        new("Output", "Output", true, true, None),
        new("Rule", "Rule", true, true, None),
    ];

    public static void MapDescriptors(this RouteGroupBuilder designer)
    {
        RouteGroupBuilder descriptors = designer.MapGroup("/descriptors");
        descriptors
            .MapGet("/activities", ActivitiesAsync)
            .WithSummary("Every activity that definitions here may use.")
            .Produces<ElsaList<ActivityDescriptor>>();
        descriptors
            .MapGet("/activities/{typeName}", ActivityAsync)
            .WithSummary("One activity by its type name.")
            .Produces<ActivityDescriptor>();
        descriptors
            .MapGet("/expression-descriptors", ExpressionsAsync)
            .WithSummary("The kinds of expression that definitions here may use.")
            .Produces<ElsaList<ExpressionDescriptor>>();
    }

    private static Task<IResult> ActivitiesAsync(
        [AsParameters] DesignerPlace place,
        Caller caller,
        Reading reading,
        ActivityRegistry registry
    ) =>
        ReadAsync(
            place,
            caller,
            reading,
            () =>
            {
                ActivityDescriptor[] all = [.. registry.Descriptors, ElsaCanvas.MissingActivity];
                return TypedResults.Ok(new ElsaList<ActivityDescriptor>(all, all.Length));
            }
        );

    private static Task<IResult> ActivityAsync(
        string typeName,
        [AsParameters] DesignerPlace place,
        Caller caller,
        Reading reading,
        ActivityRegistry registry
    ) =>
        ReadAsync(
            place,
            caller,
            reading,
            () =>
                registry.Find(typeName) is { } activity
                    ? TypedResults.Ok(activity.Descriptor)
                    : ResultHttp.Problem(Refusal.NotFound)
        );

    private static Task<IResult> ExpressionsAsync(
        [AsParameters] DesignerPlace place,
        Caller caller,
        Reading reading
    ) =>
        ReadAsync(
            place,
            caller,
            reading,
            () =>
                TypedResults.Ok(new ElsaList<ExpressionDescriptor>(Expressions, Expressions.Length))
        );

    private static async Task<IResult> ReadAsync(
        DesignerPlace place,
        Caller caller,
        Reading reading,
        Func<IResult> answer
    )
    {
        await using GovernanceDb db = reading.Open();
        Result<string> partnership = await place.ForReadingAsync(db, caller, reading);
        return partnership.IsRefused ? DesignerProblems.Of(partnership.Refusal) : answer();
    }
}
