using System.Diagnostics.CodeAnalysis;

namespace Governance.Contracts;

/// <summary>Either an answer or a <see cref="Refusal"/>. Bugs and broken infrastructure throw instead.</summary>
public readonly struct Result<T>
{
    private readonly T? _value;

    private Result(T? value, Refusal? refusal)
    {
        _value = value;
        Refusal = refusal;
    }

    public Refusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Refusal))]
    public bool IsRefused => Refusal is not null;

    /// <summary>The answer; throws when this is a refusal, since reading it then is a bug.</summary>
    public T Value =>
        Refusal is null
            ? _value!
            : throw new InvalidOperationException($"A refusal ({Refusal.Code}) has no value.");

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);

    /// <summary>Keeps a refusal, or turns the answer into another.</summary>
    public Result<TOther> Then<TOther>(Func<T, TOther> next) =>
        Refusal is null ? next(_value!) : Result<TOther>.Refused(Refusal);

    public static Result<T> Refused(Refusal refusal) => new(default, refusal);
}

/// <summary>The answer of an operation that has nothing to say but that it was done.</summary>
public readonly record struct Done;
