using System.Buffers;
using System.Globalization;
using Governance.Storage;

namespace Governance.Modules.Record;

/// <summary>
/// The exact bytes of an entry that are hashed (docs/record.md §2): JSON after RFC 8785 with a fixed set of members, every one
/// of them present, sorted, and nothing but strings, integers, null and two flat objects.
/// </summary>
internal static class EntryCanonicalForm
{
    public const int Format = 1;

    /// <summary>The largest integer that RFC 8785 carries exactly (2^53 - 1).</summary>
    public const long MaxInteger = 9_007_199_254_740_991;

    public const string MomentFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <exception cref="ArgumentException">A text holds half of a surrogate pair and so is no Unicode text.</exception>
    public static byte[] Write(EntryContent entry)
    {
        var output = new ArrayBufferWriter<byte>(768);
        var json = new CanonicalJson(output);
        json.Raw("{\"act\":"u8).Text(entry.Act);
        json.Raw(",\"actor\":{\"capacity\":"u8).Text(entry.Actor.Capacity);
        json.Raw(",\"instrument\":"u8).Text(entry.Actor.Instrument);
        json.Raw(",\"kind\":"u8)
            .Text(entry.Actor.IsService ? ActorKinds.Service : ActorKinds.Person);
        json.Raw(",\"person\":"u8).Text(entry.Actor.Person);
        json.Raw(",\"seat\":"u8).Text(entry.Actor.Seat);
        json.Raw("},\"at\":"u8).Text(entry.At.ToString(MomentFormat, CultureInfo.InvariantCulture));
        json.Raw(",\"calendarVersion\":"u8).Text(entry.CalendarVersion);
        json.Raw(",\"definitionVersion\":"u8).Text(entry.DefinitionVersion);
        json.Raw(",\"format\":"u8).Integer(Format);
        json.Raw(",\"outcome\":"u8).Text(entry.Outcome);
        json.Raw(",\"partnership\":"u8).Text(entry.PartnershipId);
        json.Raw(",\"payload\":"u8).Text(entry.Payload);
        json.Raw(",\"previous\":"u8).Text(entry.Previous);
        json.Raw(",\"refusal\":"u8).Text(entry.RefusalCode);
        json.Raw(",\"sequence\":"u8).Integer(entry.Sequence);
        json.Raw(",\"subject\":{\"hash\":"u8).Text(entry.Subject.Hash);
        json.Raw(",\"id\":"u8).Text(entry.Subject.Id);
        json.Raw(",\"type\":"u8).Text(entry.Subject.Type);
        json.Raw("}}"u8);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Reads an entry; null, with the reason, when the bytes are not exactly what <see cref="Write"/> writes.</summary>
    public static EntryContent? Read(ReadOnlySpan<byte> canonical, out string? why)
    {
        EntryContent? entry = ReadMembers(canonical, out why);
        if (entry is not null && !Write(entry).AsSpan().SequenceEqual(canonical))
        {
            why = "the entry is not in canonical form";
            return null;
        }

        return entry;
    }

    private static EntryContent? ReadMembers(ReadOnlySpan<byte> canonical, out string? why)
    {
        var json = new StrictJson(canonical);
        json.Open();
        string? act = json.Text("act");
        json.Open("actor");
        string? capacity = json.TextOrNull("capacity");
        string? instrument = json.TextOrNull("instrument");
        string? kind = json.Text("kind");
        string? person = json.Text("person");
        string? seat = json.TextOrNull("seat");
        json.Close();
        string? at = json.Text("at");
        string? calendarVersion = json.TextOrNull("calendarVersion");
        string? definitionVersion = json.TextOrNull("definitionVersion");
        long format = json.Integer("format");
        string? outcome = json.Text("outcome");
        string? partnership = json.Text("partnership");
        string? payload = json.TextOrNull("payload");
        string? previous = json.Text("previous");
        string? refusal = json.TextOrNull("refusal");
        long sequence = json.Integer("sequence");
        json.Open("subject");
        string? hash = json.TextOrNull("hash");
        string? id = json.Text("id");
        string? type = json.Text("type");
        json.Close();
        json.Close();
        json.End();
        why = json.Why;
        if (why is not null)
        {
            return null;
        }

        why = Judge(
            format,
            sequence,
            kind,
            outcome,
            refusal,
            payload,
            previous,
            at,
            out var moment
        );
        return why is not null
            ? null
            : new EntryContent
            {
                PartnershipId = partnership!,
                Sequence = sequence,
                At = moment,
                Actor = new EntryActor(
                    person!,
                    string.Equals(kind, ActorKinds.Service, StringComparison.Ordinal),
                    seat,
                    capacity,
                    instrument
                ),
                Act = act!,
                Subject = new SubjectRef(type!, id!, hash),
                RefusalCode = refusal,
                DefinitionVersion = definitionVersion,
                CalendarVersion = calendarVersion,
                Payload = payload,
                Previous = previous!,
            };
    }

    private static string? Judge(
        long format,
        long sequence,
        string? kind,
        string? outcome,
        string? refusal,
        string? payload,
        string? previous,
        string? at,
        out DateTime moment
    )
    {
        bool isMoment = DateTime.TryParseExact(
            at,
            MomentFormat,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out moment
        );
        return (format, sequence, kind, outcome) switch
        {
            _ when format != Format => $"format {format} is not known",
            _ when sequence is < 1 or > MaxInteger => $"{sequence} is not a sequence number",
            _ when kind is not (ActorKinds.Person or ActorKinds.Service) =>
                "the kind of actor is not known",
            _ when outcome is not (EntryOutcomes.Done or EntryOutcomes.Refused) =>
                "the outcome is not known",
            _ when outcome is EntryOutcomes.Refused != refusal is not null =>
                "outcome and refusal contradict each other",
            _ when payload is not null && RecordHash.FromHex(payload) is null =>
                "\"payload\" is not a SHA-256 in lower-case hexadecimal",
            _ when RecordHash.FromHex(previous) is null =>
                "\"previous\" is not a SHA-256 in lower-case hexadecimal",
            _ when !isMoment => "\"at\" is not a moment in UTC with milliseconds",
            _ => null,
        };
    }
}
