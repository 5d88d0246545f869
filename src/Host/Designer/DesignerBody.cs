using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Governance.Host.Designer;

/// <summary>
/// A body that is kept whole: what is not understood in it comes back as it was. Definitions nest deeper than other bodies, so it
/// is not read by the API's own limits. Null when there is none, or JSON that is no object.
/// </summary>
internal sealed record DesignerBody(JsonObject? Json)
{
    private static readonly JsonDocumentOptions Reading = new()
    {
        MaxDepth = 128,
        AllowDuplicateProperties = false,
    };

    public static async ValueTask<DesignerBody?> BindAsync(
        HttpContext context,
        ParameterInfo parameter
    )
    {
        using StreamReader reader = new(context.Request.Body, leaveOpen: true);
        string text = await reader.ReadToEndAsync(context.RequestAborted);
        try
        {
            return text.Length == 0 ? new DesignerBody(Json: null) : Parse(text);
        }
        catch (JsonException malformed)
        {
            throw new BadHttpRequestException(
                "The body is no JSON.",
                StatusCodes.Status400BadRequest,
                malformed
            );
        }
    }

    /// <exception cref="JsonException">It is no JSON.</exception>
    public static DesignerBody Parse(string text)
    {
        JsonNode? node = JsonNode.Parse(text, documentOptions: Reading);
        CheckTexts(node);
        return new DesignerBody(node as JsonObject);
    }

    public string? Text(string member) => TextOf(Json?[member]);

    public static string? TextOf(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String
            ? value.GetValue<string>()
            : null;

    /// <summary>The texts of a list, in order; empty when there is none.</summary>
    public IReadOnlyList<string> Texts(string member) =>
        [.. (Json?[member] as JsonArray ?? []).Select(TextOf).OfType<string>()];

    /// <summary>Half a character (a lone surrogate) can be written in JSON, but is no text.</summary>
    private static void CheckTexts(JsonNode? node)
    {
        try
        {
            switch (node)
            {
                case JsonObject members:
                    foreach ((_, JsonNode? value) in members)
                    {
                        CheckTexts(value);
                    }

                    break;
                case JsonArray items:
                    foreach (JsonNode? item in items)
                    {
                        CheckTexts(item);
                    }

                    break;
                default:
                    _ = TextOf(node);
                    break;
            }
        }
        catch (InvalidOperationException halfACharacter)
        {
            throw new JsonException("A text holds half a character.", halfACharacter);
        }
    }
}
