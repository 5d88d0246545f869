using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Api;

/// <summary>What the framework could not read, told by field or by position, without quoting what was sent.</summary>
internal static partial class BadInput
{
    private const RegexOptions Flat = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    public static ProblemDetails Describe(BadHttpRequestException exception)
    {
        if (exception.StatusCode != StatusCodes.Status400BadRequest)
        {
            return Problems.ForStatus(exception.StatusCode);
        }

        return exception.InnerException is JsonException json
            ? DescribeJson(json)
            : DescribeBinding(exception.Message);
    }

    public static ProblemDetails DescribeJson(JsonException exception)
    {
        if (Missing().Match(exception.Message) is { Success: true } missing)
        {
            return Problems.Describe(
                StatusCodes.Status422UnprocessableEntity,
                "invalid",
                "Some of what was sent cannot be accepted.",
                Quoted()
                    .Matches(missing.Groups["names"].Value)
                    .Select(match => Within(exception.Path, match.Groups["name"].Value))
                    .ToDictionary(
                        field => field,
                        string[] (_) => ["This is needed."],
                        StringComparer.Ordinal
                    )
            );
        }

        string field = FieldOf(exception.Path);
        if (field.Length == 0)
        {
            return Problems.Describe(
                StatusCodes.Status400BadRequest,
                "request.malformed",
                exception.LineNumber is { } line
                    ? $"The body is not the JSON that is expected here: line {line + 1}, byte {exception.BytePositionInLine + 1}."
                    : "The body is not the JSON that is expected here."
            );
        }

        string[] errors =
        [
            NullNotAllowed().IsMatch(exception.Message)
                ? "This may not be null."
                : $"This is not the kind of value that is expected (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}).",
        ];
        return Problems.Describe(
            StatusCodes.Status400BadRequest,
            "request.malformed",
            "Some of the body could not be read.",
            new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = errors }
        );
    }

    private static ProblemDetails DescribeBinding(string message)
    {
        if (Parameter().Match(message) is not { Success: true } parameter)
        {
            return Problems.Describe(
                StatusCodes.Status400BadRequest,
                "request.malformed",
                "The request could not be read."
            );
        }

        string name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Groups["name"].Value);
        return
            message.Contains("from body", StringComparison.Ordinal)
            || message.Contains("no body was provided", StringComparison.Ordinal)
            ? Problems.Describe(
                StatusCodes.Status400BadRequest,
                "request.body-missing",
                "A JSON body is needed here."
            )
            : Problems.Describe(
                StatusCodes.Status400BadRequest,
                "request.malformed",
                "Part of the address could not be read.",
                new Dictionary<string, string[]>(StringComparer.Ordinal)
                {
                    [name] = ["This is missing or not the kind of value that is expected."],
                }
            );
    }

    /// <summary><c>$.subject.id</c> → <c>subject.id</c>; empty for the document itself.</summary>
    private static string FieldOf(string? path) =>
        path is null ? string.Empty : path.TrimStart('$').TrimStart('.');

    private static string Within(string? path, string name) =>
        FieldOf(path) is { Length: > 0 } outer ? $"{outer}.{name}" : name;

    [GeneratedRegex("missing required properties including: (?<names>.*)$", Flat)]
    private static partial Regex Missing();

    [GeneratedRegex("'(?<name>[^']+)'", Flat)]
    private static partial Regex Quoted();

    [GeneratedRegex("doesn't allow (setting )?null", Flat)]
    private static partial Regex NullNotAllowed();

    [GeneratedRegex("parameter \"([^\" ]+ )*(?<name>[^\" ]+)\"", Flat)]
    private static partial Regex Parameter();
}
