using System.Text.Json;

namespace Governance.Modules.Record;

/// <summary>
/// Reads JSON whose members are known beforehand, in their order: anything else (another member, one twice, another type) ends
/// the reading with a reason. It never throws, whatever the bytes are; after the first misfit every answer is empty.
/// </summary>
internal ref struct StrictJson(ReadOnlySpan<byte> utf8)
{
    private readonly ReadOnlySpan<byte> _utf8 = utf8;
    private Utf8JsonReader _reader = new(utf8);

    /// <summary>What did not fit; null as long as everything did.</summary>
    public string? Why { get; private set; }

    public void Open()
    {
        if (Next() != JsonTokenType.StartObject)
        {
            Fail("a JSON object is expected");
        }
    }

    public void Open(string member)
    {
        Name(member);
        if (Next() != JsonTokenType.StartObject)
        {
            Fail($"\"{member}\" is not an object");
        }
    }

    public void Close()
    {
        if (Next() != JsonTokenType.EndObject)
        {
            Fail(
                _reader.TokenType == JsonTokenType.PropertyName
                    ? "there is a member too many"
                    : "an object does not end where it should"
            );
        }
    }

    public void End()
    {
        if (Next() != JsonTokenType.None)
        {
            Fail("something follows after the end");
        }
    }

    public string? Text(string member)
    {
        string? text = TextOrNull(member);
        if (text is null)
        {
            Fail($"\"{member}\" is not a text");
        }

        return text;
    }

    public string? TextOrNull(string member)
    {
        Name(member);
        switch (Next())
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                return Decode(member);
            default:
                Fail($"\"{member}\" is neither a text nor null");
                return null;
        }
    }

    public long Integer(string member)
    {
        Name(member);
        if (Next() == JsonTokenType.Number && _reader.TryGetInt64(out long value))
        {
            return value;
        }

        Fail($"\"{member}\" is not an integer");
        return 0;
    }

    /// <summary>A SHA-256 or salt: 64 lower-case hexadecimal characters.</summary>
    public byte[]? Hash(string member)
    {
        byte[]? hash = RecordHash.FromHex(Text(member));
        if (hash is null)
        {
            Fail($"\"{member}\" is not 64 lower-case hexadecimal characters");
        }

        return hash;
    }

    /// <summary>The bytes of an object, unread.</summary>
    public ReadOnlySpan<byte> RawObject(string member)
    {
        Name(member);
        if (Next() != JsonTokenType.StartObject)
        {
            Fail($"\"{member}\" is not an object");
            return default;
        }

        int start = (int)_reader.TokenStartIndex;
        try
        {
            _reader.Skip();
        }
        catch (JsonException)
        {
            Fail("it is not JSON");
            return default;
        }

        return _utf8[start..(int)_reader.BytesConsumed];
    }

    /// <summary>The name of the next member, or null at the end of the object; it is not consumed.</summary>
    public string? Peek()
    {
        StrictJson ahead = this;
        string? name = ahead.Next() == JsonTokenType.PropertyName ? ahead.Decode("name") : null;
        Why ??= ahead.Why;
        return name;
    }

    private void Name(string member)
    {
        if (Next() != JsonTokenType.PropertyName || Decode("name") != member)
        {
            Fail($"\"{member}\" is expected, once and in its place");
        }
    }

    private string? Decode(string member)
    {
        try
        {
            return _reader.GetString();
        }
        catch (InvalidOperationException)
        {
            Fail($"\"{member}\" is not Unicode text");
            return null;
        }
    }

    private JsonTokenType Next()
    {
        if (Why is not null)
        {
            return JsonTokenType.None;
        }

        try
        {
            return _reader.Read() ? _reader.TokenType : JsonTokenType.None;
        }
        catch (JsonException)
        {
            Fail("it is not JSON");
            return JsonTokenType.None;
        }
    }

    private void Fail(string why) => Why ??= why;
}
