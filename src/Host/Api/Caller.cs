using System.Reflection;
using Governance.Host.SignIn;
using Governance.Storage;

namespace Governance.Host.Api;

/// <summary>The signed-in person behind a request, with the idempotency key they sent: what every act and read begins with.</summary>
internal sealed record Caller(string PersonId, IdempotencyKey? Key, bool IsMachine = false)
{
    public static implicit operator ActCaller(Caller caller) =>
        new(caller.PersonId, Idempotency: caller.Key, IsMachine: caller.IsMachine);

    public static ValueTask<Caller?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        string person =
            context.User.PersonId()
            ?? throw new InvalidOperationException(
                "An endpoint that takes a caller must ask for a signed-in person."
            );
        return ValueTask.FromResult<Caller?>(
            new Caller(person, context.Features.Get<IdempotencyKey>(), context.User.IsMachine())
        );
    }
}
