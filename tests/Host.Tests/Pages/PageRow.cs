using System.Net;
using Governance.Contracts;

namespace Governance.Tests.Host.Pages;

/// <summary>One page and who may see it.</summary>
/// <param name="Page">The page's route as mapped, without the first slash.</param>
/// <param name="Address">An address of it in the <see cref="PageWorld"/>; <c>{name}</c> stands for something of that world.</param>
/// <param name="Open">The roles that see it; nobody else does.</param>
/// <param name="Otherwise">What other roles of the partnership get.</param>
public sealed record PageRow(
    string Page,
    string Address,
    IReadOnlyCollection<string> Open,
    HttpStatusCode Otherwise = HttpStatusCode.Forbidden
)
{
    /// <summary>Open without signing in.</summary>
    public bool IsPublic { get; init; }

    /// <summary>About no partnership: everybody signed in sees it, whatever they hold.</summary>
    public bool IsEverybodys { get; init; }

    /// <summary>What a signed-in visitor gets where it is not the page itself (a page that leads on).</summary>
    public HttpStatusCode Shows { get; init; } = HttpStatusCode.OK;

    public static PageRow Public(string page, string? address = null) =>
        new(page, address ?? "/" + page, Roles.All) { IsPublic = true };

    public static PageRow Everybodys(string page, string? address = null) =>
        new(page, address ?? "/" + page, Roles.All) { IsEverybodys = true };
}

/// <summary>Every page of the service. A feature adds its own file of rows; a page without a row fails the tests.</summary>
public static partial class PageRows
{
    /// <summary>Everybody of the partnership but its administrator, who reads no case text.</summary>
    private static readonly string[] Readers =
    [
        .. Roles.All.Where(role => role != Roles.Administrator),
    ];

    public static IReadOnlyList<PageRow> All { get; } =
    [
        .. General,
        .. PolicyPages,
        .. Library,
        .. SignOffPages,
        .. ConsultationPages,
        .. GroupPages,
        .. MeetingPages,
        .. ScrutinyPages,
        .. EscalationPages,
        .. DefinitionPages,
        .. InstancePages,
        .. PeoplePages,
        .. RecordPages,
        .. NoticePages,
        .. SearchPages,
        .. RetentionPages,
        .. About,
        .. DesignerPages,
    ];

    private static PageRow[] General =>
        [
            PageRow.Public("", "/") with
            {
                Shows = HttpStatusCode.Redirect,
            },
            PageRow.Public("error/{status:int?}", "/error/404") with
            {
                Shows = HttpStatusCode.NotFound,
            },
            PageRow.Public("sign-in") with
            {
                Shows = HttpStatusCode.Redirect,
            },
            PageRow.Public("sign-out"),
            PageRow.Public("signed-out"),
            PageRow.Public("sign-in/problem/{problem}", "/sign-in/problem/expired"),
            PageRow.Everybodys("sign-in/not-appointed"),
            PageRow.Everybodys("sign-in/again", "/sign-in/again?returnUrl=%2Fhome"),
            PageRow.Public("rehearsal"),
            PageRow.Everybodys("home"),
        ];
}
