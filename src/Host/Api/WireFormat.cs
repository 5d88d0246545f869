using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Governance.Host.Api;

/// <summary>
/// How JSON is read and written: camelCase; numbers are numbers; enums by name only; moments with their offset and always
/// written as UTC with <c>Z</c>; members that are not known are ignored; members that are needed are asked for.
/// </summary>
internal static class WireFormat
{
    public static void Configure(JsonSerializerOptions json)
    {
        json.NumberHandling = JsonNumberHandling.Strict;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.AllowDuplicateProperties = false;
        json.MaxDepth = 32;
        json.Converters.Add(
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
        );
        json.Converters.Add(new UtcMoment());
        json.TypeInfoResolver = (
            json.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()
        ).WithAddedModifier(NullableIsOptional);
    }

    /// <summary>A member that may be null may also be left out.</summary>
    private static void NullableIsOptional(JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo property in type.Properties)
        {
            bool mayBeNull = property.PropertyType.IsValueType
                ? Nullable.GetUnderlyingType(property.PropertyType) is not null
                : property.AssociatedParameter?.IsNullable ?? property.IsSetNullable;
            if (property.IsRequired && mayBeNull)
            {
                property.IsRequired = false;
            }
        }
    }

    private sealed class UtcMoment : JsonConverter<DateTime>
    {
        public override DateTime Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        )
        {
            string? text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            if (
                DateOnly.TryParseExact(
                    text,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out DateOnly day
                )
            )
            {
                // Where a moment or a date is taken, the kind tells the module that it was a date.
                return day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);
            }

            bool hasOffset =
                text is not null
                && text.Length > 19
                && (text[^1] is 'Z' or 'z' || text[^6] is '+' or '-');
            return
                hasOffset
                && DateTimeOffset.TryParse(
                    text,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out DateTimeOffset moment
                )
                ? moment.UtcDateTime
                : throw new JsonException("A moment is written like 2027-02-03T17:00:01Z.");
        }

        public override void Write(
            Utf8JsonWriter writer,
            DateTime value,
            JsonSerializerOptions options
        ) => writer.WriteStringValue(DateTime.SpecifyKind(value, DateTimeKind.Utc));
    }
}
