using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace Governance.Host.Settings;

/// <summary>A key that a section may hold, with what it says now: null where nothing is set and nothing holds by itself.</summary>
internal sealed record KnownKey(string Key, string? Value, bool IsSet)
{
    /// <summary>A value is never shown, nor said in an error.</summary>
    public bool IsSecret =>
        Key.EndsWith("Password", StringComparison.OrdinalIgnoreCase)
        || Key.EndsWith("Secret", StringComparison.OrdinalIgnoreCase)
        || Key.EndsWith("ApiKey", StringComparison.OrdinalIgnoreCase)
        || Key.EndsWith(":Address", StringComparison.OrdinalIgnoreCase);
}

/// <summary>
/// Walks a section beside the type that it is bound to: which keys there are, which of them cannot be understood, and which nobody
/// knows. A property that is added to the type is known from then on.
/// </summary>
internal sealed class KnownKeys
{
    private readonly List<KnownKey> _keys = [];
    private readonly List<SettingError> _errors = [];
    private readonly List<string> _unknown = [];

    private KnownKeys() { }

    public IReadOnlyList<KnownKey> Keys => _keys;

    public IReadOnlyList<SettingError> Errors => _errors;

    public IReadOnlyList<string> Unknown => _unknown;

    public static KnownKeys Of(IConfiguration configuration)
    {
        var known = new KnownKeys();
        foreach ((string name, Type type) in OwnSections.All)
        {
            known.WalkObject(configuration.GetSection(name), type);
        }

        return known;
    }

    private void WalkObject(IConfigurationSection section, Type type)
    {
        PropertyInfo[] properties =
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.SetMethod is { IsPublic: true }),
        ];
        object defaults = Activator.CreateInstance(type)!;
        foreach (PropertyInfo property in properties)
        {
            IConfigurationSection child = section.GetSection(property.Name);
            Type of = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            if (of.IsArray)
            {
                if (!string.IsNullOrEmpty(child.Value))
                {
                    // Taken for an empty list, it could let in what it was meant to keep out.
                    _errors.Add(
                        new SettingError(child.Path, $"is a list. Write {child.Path}:0 and so on.")
                    );
                }

                foreach (IConfigurationSection item in child.GetChildren())
                {
                    Walk(item, of.GetElementType()!, null, null);
                }
            }
            else
            {
                Walk(
                    child,
                    of,
                    property.GetValue(defaults),
                    property.GetCustomAttribute<RangeAttribute>()
                );
            }
        }

        _unknown.AddRange(
            section
                .GetChildren()
                .Where(child =>
                    !properties.Any(property =>
                        property.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase)
                    )
                )
                .Select(child => child.Path)
        );
    }

    private void Walk(
        IConfigurationSection section,
        Type type,
        object? otherwise,
        RangeAttribute? range
    )
    {
        if (type != typeof(string) && type.IsClass)
        {
            WalkObject(section, type);
            return;
        }

        var key = new KnownKey(
            section.Path,
            section.Value ?? otherwise?.ToString(),
            section.Value is not null
        );
        _keys.Add(key);
        if (section.Value is { } text && Judge(text, type, range) is { } wrong)
        {
            _errors.Add(
                new SettingError(key.Key, key.IsSecret ? wrong : $"is \"{text}\", which {wrong}")
            );
        }
    }

    private static string? Judge(string text, Type type, RangeAttribute? range)
    {
        if (type == typeof(string))
        {
            return null;
        }

        TypeConverter converter = TypeDescriptor.GetConverter(type);
        if (!converter.IsValid(text))
        {
            return $"is no {(type == typeof(bool) ? "truth value. Say true or false." : "whole number. Write it in digits.")}";
        }

        object value = converter.ConvertFromInvariantString(text)!;
        return range is null || range.IsValid(value)
            ? null
            : $"is out of range. It may be {range.Minimum} to {range.Maximum}.";
    }
}
