using Governance.Contracts;

namespace Governance.Modules.Requests;

/// <summary>This module's refusals. Codes never change.</summary>
public static class RequestsRefusals
{
    public static readonly Refusal NotAsked = new(
        "request.not-asked",
        "This is asked of somebody else.",
        RefusalKind.Forbidden
    );

    public static readonly Refusal Over = new(
        "request.over",
        "This has been answered, or nobody waits for an answer any more.",
        RefusalKind.Conflict
    );

    public static readonly Refusal FrameworkStartsItself = new(
        "undertaking.framework-starts-itself",
        "This workflow belongs to the framework and begins with what it is for, such as a policy or a challenge. Start one of the partnership's own.",
        RefusalKind.Conflict
    );

    public static readonly Refusal NotForUndertakings = new(
        "undertaking.step-about-something-else",
        "A step of this workflow works on something else, such as a policy or a group, so that it cannot be started on its own.",
        RefusalKind.Conflict
    );
}
