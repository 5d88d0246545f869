using System.Security.Cryptography;
using System.Text;
using Governance.Contracts;
using Governance.Host.Api;
using Governance.Host.SignIn;
using Governance.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Host.Pages;

/// <summary>
/// What every page of somebody signed in begins with: who looks, what a refusal becomes, and a key that makes a form that is sent
/// twice one act. Pages/README.md says how a page is made.
/// </summary>
[Authorize]
internal abstract class GovernancePage : PageModel
{
    private const string KeyField = "__key";
    private const string ToldKey = "told";

    public Viewer Viewer => HttpContext.RequestServices.GetRequiredService<Viewer>();

    /// <summary>The partnership that the page is about: the navigation leads around in it. Null where it is about none.</summary>
    public string? Partnership { get; protected set; }

    /// <summary>The partnership whose record the page rests on: when it does not verify, the page says so.</summary>
    public virtual string? RestsOn => Partnership;

    protected Reading Reading => HttpContext.RequestServices.GetRequiredService<Reading>();

    /// <summary>Whoever acts, with the form's own key: sent twice it is one act, changed and sent again it is another.</summary>
    protected ActCaller Caller => new(Viewer.PersonId, Idempotency: KeyOfForm());

    /// <summary>The form's own key, for an act by somebody without an account.</summary>
    protected IdempotencyKey? FormKey => KeyOfForm();

    /// <summary>Shown once at the head of the next page: what has been done.</summary>
    protected void Tell(string done) => TempData[ToldKey] = done;

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        await Viewer.LoadAsync();
        if (!Viewer.IsSignedIn && RequiresSignIn)
        {
            // The session names somebody whom this database does not know.
            await PageSignIn.SignOutAsync(HttpContext);
            context.Result = Redirect(PageSignIn.Address);
            return;
        }

        if (IsDefined(typeof(NeedsFreshSignInAttribute)) && Again() is { } first)
        {
            context.Result = first;
            return;
        }

        await next();
    }

    /// <summary>Whether they have just shown that it is they, and find here what they had entered: nothing of it is done yet.</summary>
    public bool HasShownWho { get; private set; }

    /// <summary>
    /// On a page that <see cref="NeedsFreshSignInAttribute"/> marks: what had been entered when its person was sent to show that it
    /// is they. The page shows its last question filled in, and they confirm.
    /// </summary>
    protected virtual void Refill(IReadOnlyDictionary<string, string> kept) { }

    /// <summary>False on a page that everybody may read and that only greets whoever is signed in.</summary>
    protected virtual bool RequiresSignIn => true;

    /// <summary>The page of a read: what was found, or "not found", or "you cannot see this".</summary>
    protected IActionResult Show<T>(Result<T> found, Action<T> keep)
    {
        if (found.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }

        keep(found.Value);
        return Page();
    }

    /// <summary>A whole page that says no: 404 tells nothing of what exists elsewhere, 403 says why.</summary>
    protected IActionResult Refuse(Refusal refusal)
    {
        if (refusal.Kind != RefusalKind.NotFound)
        {
            HttpContext.Items[typeof(Refusal)] = refusal;
        }

        return StatusCode(StatusOf(refusal.Kind));
    }

    /// <summary>Null when the viewer's roles give the right in the partnership; else the page that says no.</summary>
    protected IActionResult? RefuseUnless(string partnershipId, Permission permission) =>
        Viewer.Partnerships.All(known => known.Id != partnershipId) ? Refuse(Refusal.NotFound)
        : Viewer.May(partnershipId, permission) ? null
        : Refuse(
            new Refusal(
                "page.not-permitted",
                $"{permission.Description}: your appointments do not include this.",
                RefusalKind.Forbidden
            )
        );

    /// <summary>
    /// After an act: where <paramref name="done"/> leads (always another address, so that reloading acts no second time), or the
    /// same page again with what is wrong in its error summary and everything that was typed.
    /// </summary>
    protected async Task<IActionResult> AnswerAsync<T>(
        Result<T> result,
        Func<T, IActionResult> done,
        Func<Task<IActionResult>> again
    )
    {
        if (result.Refusal is not { } refusal)
        {
            return done(result.Value);
        }

        if (refusal.Kind == RefusalKind.NotFound)
        {
            return Refuse(refusal);
        }

        AddErrors(refusal);
        return await AgainAsync(again, StatusOf(refusal.Kind));
    }

    /// <summary>The same page again, because of errors that the page itself found (<c>ModelState</c>).</summary>
    protected static async Task<IActionResult> AgainAsync(
        Func<Task<IActionResult>> again,
        int status = StatusCodes.Status422UnprocessableEntity
    )
    {
        IActionResult page = await again();
        if (page is PageResult shown)
        {
            shown.StatusCode = status;
        }

        return page;
    }

    /// <summary>The fields' messages stand at the fields, the refusal's own at the head.</summary>
    protected void AddErrors(Refusal refusal)
    {
        foreach (
            (string field, string[] messages) in refusal.Errors
                ?? new Dictionary<string, string[]>()
        )
        {
            foreach (string message in messages)
            {
                ModelState.AddModelError(field, message);
            }
        }

        if (refusal.Errors is null or { Count: 0 })
        {
            ModelState.AddModelError(string.Empty, refusal.Message);
        }
    }

    /// <summary>Only addresses of this site; everything else leads to the start.</summary>
    protected string Local(string? address) => Url.IsLocalUrl(address) ? address : "/";

    private bool IsDefined(Type attribute) => GetType().IsDefined(attribute, inherit: true);

    /// <summary>Where a form of somebody who signed in too long ago leads, with what it held kept; null where it goes on.</summary>
    private IActionResult? Again()
    {
        IServiceProvider services = HttpContext.RequestServices;
        bool isFresh = services.GetRequiredService<FreshSignIn>().IsFresh(User);
        KeptForms forms = services.GetRequiredService<KeptForms>();
        if (!HttpMethods.IsGet(Request.Method) && !HttpMethods.IsHead(Request.Method))
        {
            return isFresh ? null
                : !Request.HasFormContentType ? StatusCode(StatusCodes.Status400BadRequest)
                : forms.Keep(HttpContext, Viewer.PersonId)
                    ? Redirect(SignInRoutes.Again + SignInRoutes.Returning(Request.Path))
                : StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        if (isFresh && forms.Take(HttpContext, Viewer.PersonId) is { } kept)
        {
            Refill(kept);
            HasShownWho = true;
        }

        return null;
    }

    private IdempotencyKey? KeyOfForm()
    {
        if (
            !Request.HasFormContentType
            || Request.Form[KeyField].ToString() is not { Length: > 0 and <= 64 } key
        )
        {
            return null;
        }

        var text = new StringBuilder(Request.Path)
            .Append('\n')
            .Append(Request.QueryString)
            .Append('\n');
        foreach (var field in Request.Form.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            if (!field.Key.StartsWith("__", StringComparison.Ordinal))
            {
                foreach (string? value in field.Value)
                {
                    text.Append(field.Key.Length)
                        .Append(' ')
                        .Append(field.Key)
                        .Append(value?.Length ?? 0)
                        .Append(' ')
                        .Append(value);
                }
            }
        }

        foreach (IFormFile file in Request.Form.Files)
        {
            text.Append(file.Name)
                .Append(' ')
                .Append(file.FileName)
                .Append(' ')
                .Append(file.Length);
        }

        string hash = Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))
        );
        return new IdempotencyKey($"{key}-{hash[..32]}", hash);
    }

    private static int StatusOf(RefusalKind kind) =>
        kind switch
        {
            RefusalKind.NotFound => StatusCodes.Status404NotFound,
            RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
            RefusalKind.Conflict => StatusCodes.Status409Conflict,
            RefusalKind.Stale => StatusCodes.Status412PreconditionFailed,
            _ => StatusCodes.Status422UnprocessableEntity,
        };
}
