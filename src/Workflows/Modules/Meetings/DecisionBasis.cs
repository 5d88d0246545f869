using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Governance.Modules.Meetings;

/// <summary>
/// Everything that a decision rests on, in the order in which it is written and hashed. The form never changes; another one gets
/// another name.
/// </summary>
public sealed record DecisionBasis
{
    public const string FormName = "governance-decision/1";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web)
    {
        // The text is hashed and shown as data, never put into a page as it is.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectRequiredConstructorParameters = true,
    };

    [JsonPropertyOrder(1)]
    public string Form { get; init; } = FormName;

    [JsonPropertyOrder(2)]
    public required string Partnership { get; init; }

    [JsonPropertyOrder(3)]
    public required int Number { get; init; }

    [JsonPropertyOrder(4)]
    public required NamedThing Body { get; init; }

    [JsonPropertyOrder(5)]
    public NamedThing? Meeting { get; init; }

    [JsonPropertyOrder(6)]
    public NamedThing? Item { get; init; }

    [JsonPropertyOrder(7)]
    public NamedThing? Procedure { get; init; }

    [JsonPropertyOrder(8)]
    public required string Outcome { get; init; }

    [JsonPropertyOrder(9)]
    public required string Text { get; init; }

    [JsonPropertyOrder(10)]
    public string? Dissent { get; init; }

    [JsonPropertyOrder(11)]
    public string? Discretion { get; init; }

    /// <summary>The rule in words.</summary>
    [JsonPropertyOrder(12)]
    public required string Rule { get; init; }

    [JsonPropertyOrder(13)]
    public required bool Quorate { get; init; }

    /// <summary>Who was there and who was missing, in words.</summary>
    [JsonPropertyOrder(14)]
    public required string Quorum { get; init; }

    [JsonPropertyOrder(15)]
    public required IReadOnlyList<BasisPerson> Present { get; init; }

    [JsonPropertyOrder(16)]
    public required IReadOnlyList<BasisPaper> Papers { get; init; }

    [JsonPropertyOrder(17)]
    public string? Supersedes { get; init; }

    [JsonPropertyOrder(18)]
    public required DateTime Decided { get; init; }

    public string Write() => JsonSerializer.Serialize(this, Json);

    public static DecisionBasis Read(string basis) =>
        JsonSerializer.Deserialize<DecisionBasis>(basis, Json)!;
}

/// <summary>Something by id, with its name on the day.</summary>
public sealed record NamedThing(string Id, string Name);

/// <summary>Somebody who was there, or who answered.</summary>
/// <param name="Withdrew">They had withdrawn from the item.</param>
public sealed record BasisPerson(
    string Person,
    string Name,
    string? Place,
    string? DeputyFor,
    bool Withdrew
);

/// <summary>A paper as it was when it was decided.</summary>
/// <param name="Circulated">The hash that was circulated; null when it came to the table uncirculated.</param>
public sealed record BasisPaper(string Id, string Name, string Hash, string? Circulated);
