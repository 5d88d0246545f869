using System.Text.Json;
using System.Text.Json.Serialization;

namespace Governance.Contracts;

/// <summary>The caller's own interest in a subject; it bars them from deciding on it, on both dates and between.</summary>
public sealed record DeclareInterestBody(
    InterestSubject? Subject,
    string? Nature,
    DateOnly? From,
    DateOnly? To
);

public sealed record InterestAnswer(
    string Id,
    string Partnership,
    InterestSubject Subject,
    DateOnly From,
    DateOnly? To
);

/// <summary>An interest as it stands in the register.</summary>
/// <param name="Bars">Whether it bars its person today.</param>
public sealed record InterestLine(
    string Id,
    PersonLine Person,
    InterestSubject Subject,
    string Nature,
    DateOnly From,
    DateOnly? To,
    DateTime Declared,
    bool Bars
);

/// <summary>
/// What the interest is in: <c>{ "type": "policy", "id": "…" }</c>, or a plain string, which is an id of any type. Without a
/// type it bars from every subject with that id.
/// </summary>
[JsonConverter(typeof(InterestSubjectJson))]
public sealed record InterestSubject(string? Type, string? Id);

internal sealed class InterestSubjectJson : JsonConverter<InterestSubject>
{
    public override InterestSubject? Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return new InterestSubject(null, reader.GetString());
        }

        Named? named = JsonSerializer.Deserialize<Named>(ref reader, options);
        return named is null ? null : new InterestSubject(named.Type, named.Id);
    }

    public override void Write(
        Utf8JsonWriter writer,
        InterestSubject value,
        JsonSerializerOptions options
    ) => JsonSerializer.Serialize(writer, new Named(value.Type, value.Id), options);

    private sealed record Named(string? Type, string? Id);
}
