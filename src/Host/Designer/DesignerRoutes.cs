namespace Governance.Host.Designer;

/// <summary>
/// What a workflow designer that speaks Elsa's API asks for, under <c>/elsa/api</c>: the same tokens and rights as under
/// <c>/api</c>, Elsa's shapes. Errors are problem+json; whatever a user may cause is 400, since such a designer shows no other.
/// </summary>
internal static class DesignerRoutes
{
    public const string Base = "/elsa/api";

    public static void MapDesigner(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder designer = routes
            .MapGroup(Base)
            .RequireAuthorization()
            .WithTags("Designer");
        designer.MapDescriptors();
        designer.MapDefinitionReads();
        designer.MapDefinitionWrites();
        designer.MapDefinitionSteering();
        designer.MapDefinitionFiles();
        designer.MapFindings();
        designer.MapBulkActions();
        designer.MapDesignerLists();
        designer.MapElsaInstances();
        designer.MapElsaExecutions();
    }
}
