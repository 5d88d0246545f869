namespace Governance.Host.Api;

/// <summary>All routes under <c>/api</c>: signed in, except what is mapped on the public group.</summary>
internal static class Routes
{
    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder api = routes.MapGroup("/api").RequireAuthorization();
        api.AddEndpointFilter(Paging.FilterAsync);
        api.AddEndpointFilter(ListFiles.FilterAsync);
        api.MapPartnerships();
        api.MapAttestations();
        api.MapTasks();
        api.MapNotices();
        api.MapNoticePreferences();
        api.MapDeliveries();
        api.MapCalendars();
        api.MapClocks();
        api.MapPolicies();
        api.MapAttachments();
        api.MapTaskAndFinishGroups();
        api.MapScrutiny();
        api.MapChallengeDrafts();
        api.MapConsultation();
        api.MapSignOff();
        api.MapCascade();
        api.MapStructure();
        api.MapMeetings();
        api.MapPapers();
        api.MapDecisions();
        api.MapProcedures();
        api.MapLadders();
        api.MapEscalation();
        api.MapRecord();
        api.MapInstances();
        api.MapCases();
        api.MapDefinitions();
        api.MapRequests();
        api.MapFrameworkChanges();
        api.MapImports();
        api.MapSearch();
        api.MapSavedViews();
        api.MapRetention();
        api.MapErasures();

        RouteGroupBuilder open = routes.MapGroup("/api").AllowAnonymous();
        open.AddEndpointFilter(Paging.FilterAsync);
        open.AddEndpointFilter(ListFiles.FilterAsync);
        open.MapLibrary();
        open.MapPublicMinutes();
        open.MapChallengeRegister();
        open.MapEscalationKeys();
        routes.MapLibraryFiles();
        routes.MapCalendarFeed();
    }
}
