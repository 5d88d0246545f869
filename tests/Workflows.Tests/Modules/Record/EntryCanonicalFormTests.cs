using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Governance.Modules.Record;
using Governance.Storage;

namespace Governance.Tests.Workflows.Modules.Record;

public sealed class EntryCanonicalFormTests
{
    [Fact]
    public void Write_EntryWithEverything_IsExactlyTheDocumentedText()
    {
        EntryContent entry = SampleRecord.Entry(7, "sign-off.sign", new string('0', 64));

        string text = Encoding.UTF8.GetString(EntryCanonicalForm.Write(entry));

        Assert.Equal(
            """{"act":"sign-off.sign","actor":{"capacity":"delegate","instrument":"instrument-7","kind":"person","person":"person-1","seat":"police"},"at":"2027-02-03T17:00:01.049Z","calendarVersion":"england-and-wales:1","definitionVersion":"policy:3","format":1,"outcome":"refused","partnership":"north-haven","payload":null,"previous":"0000000000000000000000000000000000000000000000000000000000000000","refusal":"sign-off.author-cannot-sign","sequence":7,"subject":{"hash":null,"id":"policy-1","type":"policy"}}""",
            text
        );
    }

    [Fact]
    public void Write_ControlAndOtherCharacters_EscapesOnlyWhatRfc8785Escapes()
    {
        string awkward = "\u20ac$\u000f\nA'\u0042\u0022\\\"/\u007f\u2028\ud83d\ude00<&";
        EntryContent entry = SampleRecord.Entry(1, awkward, new string('0', 64));

        string text = Encoding.UTF8.GetString(EntryCanonicalForm.Write(entry));

        Assert.StartsWith(
            "{\"act\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\"/\u007f\u2028\ud83d\ude00<&\",",
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Read_WhatWriteWrote_IsTheSameEntry() =>
        Prop.ForAll<NonNull<string>, string?, int>(
                (act, hash, number) =>
                {
                    if (!IsUnicode(act.Get + hash))
                    {
                        return true;
                    }

                    EntryContent entry = SampleRecord.Entry(
                        1 + Math.Abs((long)number),
                        act.Get,
                        new string('a', 64)
                    ) with
                    {
                        Subject = new SubjectRef("policy", act.Get, hash),
                    };
                    byte[] canonical = EntryCanonicalForm.Write(entry);
                    return EntryCanonicalForm.Read(canonical, out _) == entry
                        && IsSortedJson(canonical);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Write_HalfASurrogatePair_Throws()
    {
        EntryContent entry = SampleRecord.Entry(1, "broken \ud800", new string('0', 64));

        Assert.ThrowsAny<ArgumentException>(() => EntryCanonicalForm.Write(entry));
    }

    [Theory]
    [InlineData("\"format\":1", "\"format\":2")]
    [InlineData("\"format\":1", "\"format\":1.0")]
    [InlineData("\"format\":1", "\"format\":01")]
    [InlineData("\"sequence\":7", "\"sequence\":0")]
    [InlineData("\"sequence\":7", "\"sequence\":99999999999999999999999999")]
    [InlineData("\"sequence\":7", "\"sequence\":9007199254740992")]
    [InlineData("\"sequence\":7", "\"sequence\":7e0")]
    [InlineData("\"sequence\":7", "\"sequence\":7,\"sequence\":7")]
    [InlineData("\"sequence\":7", "\"sequence\": 7")]
    [InlineData("\"outcome\":\"refused\"", "\"outcome\":\"done\"")]
    [InlineData("\"outcome\":\"refused\"", "\"outcome\":\"other\"")]
    [InlineData("\"kind\":\"person\"", "\"kind\":\"robot\"")]
    [InlineData("\"act\":\"sign-off.sign\"", "\"act\":\"sign\\u002doff.sign\"")]
    [InlineData("\"act\":\"sign-off.sign\"", "\"act\":\"\\ud800\"")]
    [InlineData("\"act\":\"sign-off.sign\"", "\"act\":null")]
    [InlineData("\"act\":\"sign-off.sign\"", "\"ac\":\"sign-off.sign\"")]
    [InlineData("01.049Z", "01.049+00:00")]
    [InlineData("01.049Z", "61.049Z")]
    [InlineData("\"previous\":\"0", "\"previous\":\"A")]
    [InlineData("\"type\":\"policy\"}}", "\"type\":\"policy\"}} ")]
    [InlineData("\"type\":\"policy\"}}", "\"type\":\"policy\"}}{}")]
    [InlineData("\"type\":\"policy\"}}", "\"type\":\"policy\"")]
    [InlineData("\"type\":\"policy\"}}", "\"type\":\"policy\",\"x\":{}}}")]
    public void Read_AnythingButTheCanonicalText_GivesAReason(string part, string instead)
    {
        EntryContent entry = SampleRecord.Entry(7, "sign-off.sign", new string('0', 64));
        string text = Encoding.UTF8.GetString(EntryCanonicalForm.Write(entry));
        string changed = text.Replace(part, instead, StringComparison.Ordinal);
        Assert.NotEqual(text, changed);

        EntryContent? read = EntryCanonicalForm.Read(Encoding.UTF8.GetBytes(changed), out var why);

        Assert.Null(read);
        Assert.False(string.IsNullOrEmpty(why));
    }

    [Fact]
    public void Read_RandomBytes_NeverThrows() =>
        Prop.ForAll<byte[]>(bytes => EntryCanonicalForm.Read(bytes, out _) is null)
            .QuickCheckThrowOnFailure();

    private static bool IsUnicode(string text) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;

    private static bool IsSortedJson(byte[] canonical)
    {
        using JsonDocument document = JsonDocument.Parse(canonical);
        return IsSorted(document.RootElement);
    }

    private static bool IsSorted(JsonElement element)
    {
        string[] names = [.. element.EnumerateObject().Select(member => member.Name)];
        return names.SequenceEqual(names.Order(StringComparer.Ordinal))
            && element
                .EnumerateObject()
                .Where(member => member.Value.ValueKind == JsonValueKind.Object)
                .All(member => IsSorted(member.Value));
    }
}
