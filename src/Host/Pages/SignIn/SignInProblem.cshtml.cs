using Governance.Host.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Host.Pages.SignIn;

/// <summary>A sign-in that came to nothing: what happened, whether anything is lost, and what to do. Nothing of it comes from outside.</summary>
[AllowAnonymous]
internal sealed class SignInProblemModel : PageModel
{
    private static readonly Dictionary<string, (string Heading, string[] Paragraphs)> Known = new(
        StringComparer.Ordinal
    )
    {
        [SignInProblems.Tenant] = (
            "Accounts of this organisation are not taken here",
            [
                "You signed in with an account of an organisation that no partnership on this service works with.",
                "If you have several accounts, sign in with the one of the organisation that you act for. If your organisation should be here, ask your partnership’s business unit.",
            ]
        ),
        [SignInProblems.Guest] = (
            "This account belongs to a partner",
            [
                "You signed in as a guest of the scrutineer’s organisation, with an account that one of the partners keeps. A partner could reset it, so nobody is let in by it.",
                "The scrutineer’s organisation has to give you an account of its own.",
            ]
        ),
        [SignInProblems.NotAMember] = (
            "Your organisation has not let you in",
            [
                "Your organisation lets only some of its people use this service, by a group or a role in its own directory. Your account has none of them, or no longer.",
                "If you serve in a partnership, ask your organisation’s administrator to add you, and sign in again. What you hold in a partnership is not changed by this; the business unit can tell you.",
            ]
        ),
        [SignInProblems.TooManyGroups] = (
            "Your organisation’s sign-in could not say which groups you are in",
            [
                "Your account is in more groups than its sign-in can tell at once, so it told none, and the service cannot see that you are let in. Nothing is wrong with your account.",
                "Your organisation’s administrator has to assign the groups to the application Partnership governance, so that only those are told, or give its people an app role instead.",
            ]
        ),
        [SignInProblems.Expired] = (
            "Sign in again",
            [
                "This sign-in was begun too long ago, in another browser, or has been used already. Nothing is lost: what you had saved is kept.",
            ]
        ),
        [SignInProblems.Refused] = (
            "You were not signed in",
            [
                "Either you chose not to go on, or your organisation does not let you use this service yet. Nothing was shared with it.",
                "If your organisation’s administrator has to agree first, ask them to allow Partnership governance.",
            ]
        ),
        [SignInProblems.Unreachable] = (
            "Your organisation’s sign-in does not answer",
            [
                "The service itself is running. Whoever is signed in can go on; nobody can sign in anew until the sign-in answers again. Try again in a few minutes.",
                "Published policies and the register of challenges can be read without signing in.",
            ]
        ),
        [SignInProblems.Failed] = (
            "You could not be signed in",
            [
                "What your organisation’s sign-in answered could not be verified, so it was not used. Nothing is lost.",
                "Try once more. If it happens again, tell your partnership’s business unit when it happened.",
            ]
        ),
        [SignInProblems.SomebodyElse] = (
            "Somebody else signed in",
            [
                "To sign, reject or end something, the person who is signed in shows that it is they. The account that was used is another’s, so nothing was done.",
                "If you are that other person, sign out first.",
            ]
        ),
        [SignInProblems.NotFresh] = (
            "You have not shown that it is you",
            [
                "To sign, reject or end something, you sign in once more. Your organisation’s sign-in did not ask you to, or does not say when it did. Nothing was done.",
                "If it happens again, your organisation’s administrator has to let it tell the time of authentication (auth_time).",
            ]
        ),
    };

    public string Heading { get; private set; } = string.Empty;

    public IReadOnlyList<string> Paragraphs { get; private set; } = [];

    public string Next { get; private set; } = string.Empty;

    public IActionResult OnGet(string problem, string? returnUrl)
    {
        if (!Known.TryGetValue(problem, out (string Heading, string[] Paragraphs) known))
        {
            return NotFound();
        }

        (Heading, Paragraphs) = (known.Heading, known.Paragraphs);
        string back = SignInRoutes.Local(returnUrl);
        Next =
            back == "/"
                ? SignInRoutes.Start
                : SignInRoutes.Start + QueryString.Create("returnUrl", back).ToUriComponent();
        return Page();
    }
}
